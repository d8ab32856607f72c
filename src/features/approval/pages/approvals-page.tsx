import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DataTable,
  Deadline,
  EmptyState,
  Form,
  type Frame,
  Hidden,
  Layout,
  Notice,
  PageHeading,
} from '../../../ui/index.ts';
import { approveHref, declineHref } from '../../orders/index.ts';
import { RULE } from '../paths.ts';
import type { WaitingRow } from '../view.ts';
import { words } from '../words.ts';

export interface ApprovalsPageProps {
  frame: Frame;
  rows: readonly WaitingRow[];
  /** There are more than the page shows. */
  isCut: boolean;
  now: Temporal.Instant;
  /** What was done just now, worded. */
  done: string | undefined;
  /** Why the last decision was refused. */
  refused: { readonly title: string; readonly text: string } | undefined;
  isAdmin: boolean;
}

/** Everything that waits, with a button each. */
export function ApprovalsPage({ frame, rows, isCut, now, done, refused, isAdmin }: ApprovalsPageProps) {
  const t = words[frame.language].list;
  return (
    <Layout frame={frame} title={t.title} active="/auftraege">
      <PageHeading
        title={t.title}
        lead={t.lead}
        back={{ href: '/auftraege', text: t.all }}
        actions={isAdmin && <ButtonLink href={RULE}>{t.rule}</ButtonLink>}
      />
      {done && (
        <Notice tone="ok" title={done} live>
          <p>{t.isTold}</p>
        </Notice>
      )}
      {refused && (
        <Notice tone="danger" title={refused.title} live>
          <p>{refused.text}</p>
        </Notice>
      )}
      <Card>
        {rows.length > 0 ? (
          <DataTable
            caption={t.caption}
            rows={rows}
            columns={[
              {
                header: t.order,
                cell: (row) => (
                  <>
                    <a class="num" href={row.href}>
                      {row.number}
                    </a>
                    <br />
                    {row.who}
                  </>
                ),
                rowHeader: true,
                nowrap: true,
              },
              {
                header: t.what,
                cell: (row) => (
                  <>
                    {row.service}
                    <br />
                    {row.when}
                  </>
                ),
              },
              { header: t.net, cell: (row) => row.net, align: 'end' },
              { header: t.until, cell: (row) => <Deadline frame={frame} at={row.until} now={now} /> },
              { header: t.actions, cell: (row) => <Decide frame={frame} row={row} /> },
            ]}
          />
        ) : (
          <EmptyState title={t.empty} text={t.emptyText} />
        )}
        {isCut && <p class="hint">{t.cut({ count: frame.formats.number(rows.length) })}</p>}
      </Card>
    </Layout>
  );
}

function Decide({ frame, row }: { frame: Frame; row: WaitingRow }) {
  const t = words[frame.language].list;
  if (row.isOwn) return <>{t.own}</>;
  return (
    <Form frame={frame} action={approveHref(row.number)} plain>
      <Hidden name="from" value="list" />
      <Actions>
        <Button about={row.number}>{t.approve}</Button>
        <ButtonLink href={declineHref(row.number)} about={row.number}>
          {t.decline}
        </ButtonLink>
      </Actions>
    </Form>
  );
}
