import {
  ButtonLink,
  Card,
  DataTable,
  type DescriptionItem,
  DescriptionList,
  type Frame,
  Layout,
  Notice,
  PageHeading,
} from '../../../ui/index.ts';
import { DESK_DROP_OFFS, receiptHref } from '../paths.ts';
import { words } from '../words.ts';

export interface ReceiptPageProps {
  frame: Frame;
  number: string;
  isNew: boolean;
  facts: readonly DescriptionItem[];
  rows: readonly {
    readonly name: string;
    readonly announced: string;
    readonly counted: string;
    readonly difference: string;
    readonly grams: string;
  }[];
}

/** A receipt as it was issued. */
export function ReceiptPage({ frame, number, isNew, facts, rows }: ReceiptPageProps) {
  const { one: t, count } = words[frame.language];
  return (
    <Layout frame={frame} title={t.title({ number })} active={DESK_DROP_OFFS}>
      <PageHeading
        title={t.title({ number })}
        back={{ href: DESK_DROP_OFFS, text: t.back }}
        actions={<ButtonLink href={`${receiptHref(number)}/pdf`}>{t.save}</ButtonLink>}
      />
      {isNew && (
        <Notice tone="ok" live>
          <p>{t.issued}</p>
        </Notice>
      )}
      <Card>
        <DescriptionList frame={frame} items={facts} />
      </Card>
      <Card title={count.caption}>
        <DataTable
          caption={count.caption}
          rows={rows}
          columns={[
            { header: count.product, cell: (row) => row.name, rowHeader: true },
            { header: count.announced, cell: (row) => row.announced, align: 'end' },
            { header: count.counted, cell: (row) => row.counted, align: 'end' },
            { header: t.difference, cell: (row) => row.difference, align: 'end' },
            { header: count.grams, cell: (row) => row.grams, align: 'end' },
          ]}
        />
      </Card>
    </Layout>
  );
}
