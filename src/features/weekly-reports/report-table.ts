import { writeCsv } from '../../platform/csv/index.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { xlsxChunks } from '../../platform/xlsx/index.ts';
import type { WeekFigures } from './week-figures.ts';
import { words } from './words.ts';

/** The lines of the report for spreadsheets, one for each day and product. */
export async function reportTables(
  { lines }: WeekFigures,
  language: Language,
): Promise<{ csv: Uint8Array; xlsx: Uint8Array }> {
  const t = words[language];
  const header = [t.date, t.product, t.items, t.grams, t.netEuros];
  const csv = writeCsv(
    header,
    lines.map(({ date, product, pieces, grams, net }) => [
      date.toString(),
      product[language],
      pieces,
      grams,
      { cents: net },
    ]),
  );
  const rows = lines.map(({ date, product, pieces, grams, net }) => [
    date,
    product[language],
    pieces,
    grams,
    { cents: net },
  ]);
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsxChunks({ sheet: t.sheet, header, rows })) chunks.push(chunk);
  return { csv: Buffer.from(csv), xlsx: Buffer.concat(chunks) };
}
