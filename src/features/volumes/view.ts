import type { Language } from '../../platform/i18n/index.ts';
import type { DescriptionItem, Frame, SelectOption } from '../../ui/index.ts';
import type { FormFields } from '../../web/index.ts';
import { fieldValue } from '../../web/index.ts';
import type { NamedVolume, volumeProducts } from './queries.ts';
import { words } from './words.ts';

export const VOLUMES = '/desk/mengen';
export const volumeHref = (id: number) => `${VOLUMES}/${id}`;
export const UPLOAD = `${VOLUMES}/einlesen`;
export const fileHref = (id: number) => `${VOLUMES}/dateien/${id}`;

/** A row of the list, worded. */
export interface VolumeRow {
  readonly href: string;
  readonly date: string;
  readonly customer: string;
  readonly product: string;
  readonly costCentre: string;
  readonly pieces: string;
  readonly weight: string;
  readonly source: string;
  readonly isInvoiced: boolean;
}

export function volumeRows(rows: readonly NamedVolume[], { language, formats }: Frame): VolumeRow[] {
  const t = words[language].list;
  return rows.map((row) => ({
    href: volumeHref(row.id),
    date: formats.date(row.service_date),
    customer: `${row.customer_number} ${row.customer_name}`,
    product: row.product_name[language],
    costCentre: row.cost_centre_code ?? '',
    pieces: formats.number(row.pieces),
    weight: row.weight_grams > 0 ? t.grams({ grams: formats.number(row.weight_grams) }) : t.notWeighed,
    source: row.file_name ? `${row.file_name} (${row.line})` : t.sources[row.source],
    isInvoiced: row.invoice_id !== null,
  }));
}

/** The list as a table of values; days and numbers as spreadsheets read them. */
export function volumeTable(rows: AsyncIterable<NamedVolume>, language: Language) {
  const t = words[language];
  return {
    header: t.csv.header,
    rows: (async function* cells(): AsyncGenerator<(string | number | Temporal.PlainDate)[]> {
      for await (const row of rows)
        yield [
          row.service_date,
          row.customer_number,
          row.customer_name,
          row.product_code,
          row.product_name[language],
          row.cost_centre_code ?? '',
          row.pieces,
          row.weight_grams,
          row.file_name ? `${row.file_name} (${row.line})` : t.list.sources[row.source],
          row.invoice_id === null ? '' : t.list.invoiced,
        ];
    })(),
  };
}

/** The mail products to choose from. */
export const productOptions = (
  products: Awaited<ReturnType<typeof volumeProducts>>,
  { language }: Frame,
): SelectOption[] => products.map(({ code, name }) => ({ value: code, label: name[language] }));

/** What a form of a volume holds, as typed. */
export type VolumeForm = Readonly<
  Record<'customer' | 'date' | 'product' | 'costCentre' | 'pieces' | 'weight' | 'reason', string>
>;

export const typedForm = (fields: FormFields): VolumeForm => ({
  customer: fieldValue(fields, 'customer'),
  date: fieldValue(fields, 'date'),
  product: fieldValue(fields, 'product'),
  costCentre: fieldValue(fields, 'costCentre'),
  pieces: fieldValue(fields, 'pieces'),
  weight: fieldValue(fields, 'weight'),
  reason: fieldValue(fields, 'reason'),
});

export const storedForm = (row: NamedVolume): VolumeForm => ({
  customer: row.customer_number,
  date: row.service_date.toString(),
  product: row.product_code,
  costCentre: row.cost_centre_code ?? '',
  pieces: `${row.pieces}`,
  weight: `${row.weight_grams}`,
  reason: '',
});

/** Where a volume comes from, and what it is. */
export function volumeFacts(row: NamedVolume, frame: Frame): DescriptionItem[] {
  const { language, formats } = frame;
  const t = words[language];
  const [view] = volumeRows([row], frame);
  const facts = [
    { term: t.one.customer, value: view?.customer ?? '' },
    { term: t.fields.date, value: view?.date ?? '' },
    { term: t.fields.product, value: view?.product ?? '' },
    { term: t.fields.costCentre, value: view?.costCentre ?? '' },
    { term: t.fields.pieces, value: view?.pieces ?? '' },
    { term: t.list.weight, value: view?.weight ?? '' },
    {
      term: t.list.source,
      value: row.file_name
        ? t.one.fromLine({ file: row.file_name, line: formats.number(row.line ?? 0) })
        : t.list.sources[row.source],
    },
    {
      term: t.one.recorded,
      value: t.one.by({ who: row.clerk_name, at: formats.dateTime(row.created_at) }),
    },
  ];
  return facts.filter(({ value }) => value !== '');
}
