import { DataTable, type Frame } from '../../../ui/index.ts';
import type { LineView } from '../view.ts';
import { words } from '../words.ts';

/** The lines of an order or of a quote. */
export function OrderLines({
  frame,
  caption,
  lines,
}: {
  frame: Frame;
  caption: string;
  lines: readonly LineView[];
}) {
  const t = words[frame.language].order;
  return (
    <DataTable
      caption={caption}
      rows={lines}
      columns={[
        { header: t.product, cell: (line) => line.name, rowHeader: true },
        { header: t.quantity, cell: (line) => line.quantity, align: 'end' },
        { header: t.unitPrice, cell: (line) => line.unitPrice, align: 'end' },
        { header: t.lineNet, cell: (line) => line.net, align: 'end' },
      ]}
    />
  );
}
