import { Badge, DataTable, type Frame } from '../../../ui/index.ts';
import { documentWords } from '../../documents/index.ts';
import { statusView } from '../../orders/index.ts';
import { words } from '../words.ts';
import type { ShownFirm } from './show-firm.ts';

/** Orders of a firm. */
export function OrderTable(props: { frame: Frame; caption: string; orders: ShownFirm['orders'] }) {
  const { frame, caption, orders } = props;
  const { language, formats } = frame;
  const t = words[language].firm;
  return (
    <DataTable
      caption={caption}
      rows={orders}
      columns={[
        { header: t.order, cell: (one) => one.number, rowHeader: true, nowrap: true },
        { header: t.service, cell: (one) => one.service[language] },
        { header: t.date, cell: (one) => formats.date(one.date), nowrap: true },
        { header: t.gross, cell: (one) => formats.money(one.gross), align: 'end' },
        {
          header: t.status,
          cell: (one) => {
            const status = statusView(one.status, language);
            return Badge({ tone: status.tone, children: status.text });
          },
          onPhone: 'corner',
        },
      ]}
    />
  );
}

/** Documents of a firm. */
export function DocumentTable(props: { frame: Frame; caption: string; documents: ShownFirm['documents'] }) {
  const { frame, caption, documents } = props;
  const { language, formats } = frame;
  const t = words[language].firm;
  return (
    <DataTable
      caption={caption}
      rows={documents}
      columns={[
        {
          header: t.document,
          cell: (one) => `${documentWords[language].kinds[one.kind]} ${one.number}`,
          rowHeader: true,
        },
        { header: t.documentDate, cell: (one) => formats.shortDate(one.date), nowrap: true },
        {
          header: t.gross,
          cell: (one) => (one.gross === null ? '' : formats.money(one.gross)),
          align: 'end',
        },
      ]}
    />
  );
}
