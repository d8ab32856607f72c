import { DataTable, DescriptionList, type Frame } from '../../../ui/index.ts';
import type { ItemsView } from '../view.ts';
import { words } from '../words.ts';

/** What is announced and what it would cost; that it is an estimate is said with it. */
export function ItemsTable({ frame, view }: { frame: Frame; view: ItemsView }) {
  const t = words[frame.language];
  return (
    <>
      <DataTable
        caption={t.items}
        rows={view.rows}
        columns={[
          { header: t.product, cell: (row) => row.name, rowHeader: true },
          { header: t.pieces, cell: (row) => row.pieces, align: 'end' },
          { header: t.grams, cell: (row) => row.grams, align: 'end' },
          { header: t.unitPrice, cell: (row) => row.unitPrice, align: 'end' },
          ...(view.hasSurcharge
            ? [
                {
                  header: t.surcharge,
                  cell: (row: ItemsView['rows'][number]) => row.surcharge,
                  align: 'end' as const,
                },
              ]
            : []),
          { header: t.net, cell: (row) => row.net, align: 'end' },
        ]}
      />
      <DescriptionList
        frame={frame}
        sums
        items={view.sums.map(({ term, amount, strong }) => ({
          term,
          value: strong ? <b>{amount}</b> : amount,
        }))}
      />
      <p class="hint">{t.estimateNote}</p>
      <DescriptionList
        frame={frame}
        items={[
          ...(view.containers ? [{ term: t.containers, value: view.containers }] : []),
          { term: t.weight, value: view.weight },
        ]}
      />
    </>
  );
}
