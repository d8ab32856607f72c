import {
  Badge,
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  type Frame,
  KeysetPager,
  Layout,
  PageHeading,
} from '../../../../ui/index.ts';
import { CONTACT, HELP } from '../../paths.ts';
import type { InquiryRow } from '../view.ts';
import { words } from '../words.ts';

export interface InquiryListProps {
  frame: Frame;
  rows: readonly InquiryRow[];
  /** Reads those of the whole firm, so each says whose it is. */
  isAdmin: boolean;
  pager: { first?: string | undefined; older?: string | undefined };
}

export function InquiryListPage({ frame, rows, isAdmin, pager }: InquiryListProps) {
  const t = words[frame.language].list;
  const ask = (
    <ButtonLink href={CONTACT} kind="primary">
      {t.ask}
    </ButtonLink>
  );
  return (
    <Layout frame={frame} title={t.title} active={HELP}>
      <PageHeading
        title={t.title}
        lead={isAdmin ? t.leadAdmin : t.lead}
        back={{ href: HELP, text: t.help }}
        actions={rows.length > 0 && ask}
      />
      <Card>
        {rows.length > 0 ? (
          <>
            <DataTable
              caption={t.caption}
              rows={rows}
              columns={[
                {
                  header: t.number,
                  cell: (row) => <a href={row.href}>{row.number}</a>,
                  unbroken: true,
                  rowHeader: true,
                },
                { header: t.subject, cell: (row) => row.subject },
                ...(isAdmin ? [{ header: t.who, cell: (row: InquiryRow) => row.who }] : []),
                { header: t.last, cell: (row) => row.last, nowrap: true },
                {
                  header: t.state,
                  cell: (row) => Badge({ tone: row.state.tone, children: row.state.text }),
                  onPhone: 'corner',
                },
              ]}
            />
            <KeysetPager frame={frame} {...pager} />
          </>
        ) : (
          <EmptyState title={t.empty} text={t.emptyText} action={ask} />
        )}
      </Card>
    </Layout>
  );
}
