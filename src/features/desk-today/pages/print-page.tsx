import { Card, DataTable, type Frame, Layout, PageHeading } from '../../../ui/index.ts';
import { type ServiceRow, TODAY } from '../view.ts';
import { words } from '../words.ts';

/** A tour on paper, with room to write on. */
export function PrintPage(props: {
  frame: Frame;
  title: string;
  rows: readonly ServiceRow[];
  backHref: string;
}) {
  const { frame, title, rows } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={title} active={TODAY}>
      <PageHeading title={title} lead={t.printNow} back={{ href: props.backHref, text: t.backToDay }} />
      <Card>
        <DataTable
          caption={title}
          rows={rows}
          columns={[
            { header: t.columns.window, cell: (row) => row.window, unbroken: true },
            {
              header: t.columns.order,
              cell: (row) => (
                <>
                  <span class="num">{row.number}</span> {row.service}
                </>
              ),
              rowHeader: true,
            },
            { header: t.columns.customer, cell: (row) => row.customer },
            { header: t.columns.address, cell: (row) => row.address },
            { header: t.contact, cell: (row) => row.contact },
            { header: t.hint, cell: (row) => row.hint },
            { header: t.signature, cell: (row) => row.state.detail },
          ]}
        />
      </Card>
    </Layout>
  );
}
