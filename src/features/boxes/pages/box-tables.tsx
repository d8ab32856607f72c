import { DataTable, type Frame } from '../../../ui/index.ts';
import type { BoxBalance, BoxMovementRow } from '../queries.ts';
import { words } from '../words.ts';

/** How many boxes are at which address. */
export function BalanceTable({ frame, balances }: { frame: Frame; balances: readonly BoxBalance[] }) {
  const { language, formats } = frame;
  const t = words[language];
  return (
    <DataTable
      caption={t.caption}
      rows={balances}
      columns={[
        {
          header: t.address,
          cell: (row) => `${row.label}, ${row.street}, ${row.city}`,
          rowHeader: true,
        },
        { header: t.product, cell: (row) => row.name[language] },
        { header: t.pieces, cell: (row) => formats.number(Number(row.pieces)), align: 'end' },
      ]}
    />
  );
}

/** How they came there; `orderHref` says where an order is shown. */
export function MovementTable(props: {
  frame: Frame;
  movements: readonly BoxMovementRow[];
  orderHref: (number: string) => string;
}) {
  const { frame, movements, orderHref } = props;
  const { language, formats } = frame;
  const t = words[language];
  return (
    <DataTable
      caption={t.latest}
      rows={movements}
      columns={[
        { header: t.date, cell: (row) => formats.date(row.movedOn), rowHeader: true, nowrap: true },
        { header: t.address, cell: (row) => row.label },
        { header: t.product, cell: (row) => row.name[language] },
        {
          header: t.moved,
          cell: ({ pieces }) =>
            pieces > 0
              ? t.delivered({ count: formats.number(pieces) })
              : t.returned({ count: formats.number(-pieces) }),
        },
        { header: t.order, cell: ({ number }) => number && <a href={orderHref(number)}>{number}</a> },
        { header: t.note, cell: (row) => row.note },
      ]}
    />
  );
}
