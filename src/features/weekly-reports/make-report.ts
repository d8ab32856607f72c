import { Refused } from '../../domain/refusal.ts';
import { type IsoWeek, reportDate, reportNumber } from '../../domain/weekly-report/index.ts';
import type { Carrier } from '../../platform/carrier/carrier.ts';
import { type CustomerCtx, requireCarrier, transaction } from '../../platform/context.ts';
import type { PdfRenderer } from '../../platform/pdf/index.ts';
import { storeDocument } from '../documents/index.ts';
import { findReader, hasReport } from './queries.ts';
import { reportDocument } from './report-document.ts';
import { reportTables } from './report-table.ts';
import { readFigures } from './week-figures.ts';

export interface ReportServices {
  readonly pdf: PdfRenderer;
  readonly carrier: Carrier;
}

/**
 * Makes the weekly report of a firm: PDF, CSV and workbook, in the language of its main contact. There is one for each
 * week, whoever asks how often and at the same moment: its number says the week, and a number exists once.
 * Answers whether it was made now. Refuses with `not-found` for anybody but the carrier.
 */
export async function makeWeeklyReport(
  ctx: CustomerCtx,
  { pdf, carrier }: ReportServices,
  week: IsoWeek,
): Promise<boolean> {
  requireCarrier(ctx);
  const number = reportNumber(week, ctx.customer.number);
  const read = await transaction(ctx, async (tx) => {
    if (await hasReport(tx, number)) return undefined;
    const reader = await findReader(tx);
    return reader && { reader, figures: await readFigures(tx, week) };
  });
  if (!read) return false;
  const { reader, figures } = read;
  const language = reader.language ?? 'de';
  // set outside of any transaction: it takes its time
  const bytes = await pdf.render(
    reportDocument(figures, { number, reader, language, now: ctx.now }, carrier),
  );
  const { csv, xlsx } = await reportTables(figures, language);
  try {
    await transaction(ctx, (tx) =>
      storeDocument(tx, ctx, {
        kind: 'weekly-report',
        number,
        documentDate: reportDate(week),
        period: week,
        files: {
          pdf: { name: `${number}.pdf`, bytes },
          csv: { name: `${number}.csv`, bytes: csv },
          xlsx: { name: `${number}.xlsx`, bytes: xlsx },
        },
      }),
    );
    return true;
  } catch (error) {
    if (isThere(error)) return false;
    throw error;
  }
}

/** Somebody else made it meanwhile: under this number, or of the very same content. */
const isThere = (error: unknown) =>
  error instanceof Refused &&
  error.refusal.code === 'invalid' &&
  error.refusal.fields.some(({ problem }) => problem === 'taken');
