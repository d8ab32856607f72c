import { Card, DataTable, type Frame, KeysetPager, Layout, PageHeading } from '../../../ui/index.ts';
import { CUSTOMERS, firmHref } from '../paths.ts';
import { words } from '../words.ts';
import type { PagerLinks } from './pager-links.ts';

/** An entry of the audit log, worded. */
export interface HistoryEntry {
  readonly at: string;
  readonly who: string;
  /** The action in words. */
  readonly what: string;
  readonly object: string;
  /** The values that it names, one after the other. */
  readonly details: readonly string[];
}

export function HistoryPage(props: {
  frame: Frame;
  customer: { readonly number: string; readonly name: string };
  entries: readonly HistoryEntry[];
  pager: PagerLinks;
}) {
  const { frame, customer, entries, pager } = props;
  const t = words[frame.language].history;
  return (
    <Layout frame={frame} title={`${t.title}: ${customer.name}`} active={CUSTOMERS}>
      <PageHeading
        title={`${t.title}: ${customer.name}`}
        lead={t.lead}
        back={{ href: firmHref(customer.number), text: t.back }}
      />
      <Card>
        {entries.length > 0 ? (
          <>
            <DataTable
              caption={t.caption}
              rows={entries}
              columns={[
                { header: t.at, cell: (one) => one.at, nowrap: true, rowHeader: true },
                { header: t.who, cell: (one) => one.who },
                { header: t.what, cell: (one) => one.what },
                { header: t.object, cell: (one) => one.object },
                {
                  header: t.details,
                  cell: (one) => (
                    <>
                      {one.details.map((detail) => (
                        <span key={detail} class="line">
                          {detail}
                        </span>
                      ))}
                    </>
                  ),
                },
              ]}
            />
            <KeysetPager frame={frame} {...pager} />
          </>
        ) : (
          <p>{t.empty}</p>
        )}
      </Card>
    </Layout>
  );
}
