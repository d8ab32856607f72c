import type { Invoice } from '../../../domain/invoicing/index.ts';
import { exactSum } from '../../../domain/money.ts';
import type { Carrier } from '../../../platform/carrier/carrier.ts';
import type { Database, Transaction } from '../../../platform/db/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { PdfRenderer } from '../../../platform/pdf/index.ts';
import { type NewDocument, type StoringCtx, storeDocument } from '../../documents/index.ts';
import { balanceChanged } from '../jobs.ts';
import { invoiceDocument } from './invoice-document.ts';
import { costCentreIds, type InvoiceToSet, invoiceToSet, lockUnset, setDocumentId } from './queries.ts';
import { documentWords } from './words.ts';

export interface SettingServices {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly pdf: PdfRenderer;
  readonly carrier: Carrier;
  readonly clock: () => Temporal.Instant;
}

/**
 * Sets the page of an issued invoice and puts it, with the XML as it was issued, into the firm's place for documents.
 * Does nothing when that has been done, so that a job may run as often as it likes. Throws when what the invoice takes
 * back lies not there yet: it is tried again later.
 */
export async function setInvoiceDocument(
  services: SettingServices,
  { customerId, invoiceId }: { customerId: number; invoiceId: number },
  jobId: string,
): Promise<void> {
  const { db, jobs, pdf, carrier, clock } = services;
  const row = await db.transaction(customerId, (tx) => invoiceToSet(tx, invoiceId));
  if (!row || row.documentId !== null) return;
  if (row.originalId !== null && row.originalDocumentId === null) {
    throw new Error(`${row.number} waits for the page of the invoice that it takes back`);
  }
  // the thread of the typesetter works on it while this program goes on; no transaction is open meanwhile
  const bytes = await pdf.render(invoiceDocument(row.content, row, carrier));
  await db.transaction(customerId, async (tx) => {
    if (!(await lockUnset(tx, invoiceId))) return;
    const ctx: StoringCtx = {
      actor: {
        kind: 'carrier',
        name: row.issuedByName,
        ...(row.issuedBy === null ? {} : { staffId: row.issuedBy }),
      },
      customer: { id: customerId, number: row.customerNumber, name: row.customerName },
      now: clock(),
      requestId: jobId,
      jobs,
    };
    const { id } = await storeDocument(tx, ctx, await documentOf(tx, row, bytes));
    await setDocumentId(tx, invoiceId, id);
    await jobs.enqueue(tx, balanceChanged, { customerId, invoiceId: row.originalId ?? invoiceId });
  });
}

async function documentOf(tx: Transaction, row: InvoiceToSet, pdf: Uint8Array): Promise<NewDocument> {
  const { content: invoice } = row;
  // what takes an invoice back is owed to the firm
  const sign = invoice.kind === 'invoice' ? 1 : -1;
  const name = `${documentWords[invoice.language].headings[invoice.kind]}-${invoice.number}`;
  const date = (iso: string) => Temporal.PlainDate.from(iso);
  return {
    kind: invoice.kind,
    number: invoice.number,
    documentDate: date(invoice.issuedOn),
    period: { from: date(invoice.from), to: date(invoice.to) },
    sums: { net: sign * invoice.net, gross: sign * invoice.gross },
    shares: sharesOf(invoice, await costCentreIds(tx), sign),
    dueOn: invoice.payment.kind === 'set-off' ? undefined : date(invoice.payment.dueOn),
    corrects: invoice.preceding?.number,
    files: {
      pdf: { name: `${name}.pdf`, bytes: pdf },
      xml: { name: `${name}.xml`, bytes: Buffer.from(row.xml, 'utf8') },
    },
  };
}

/** What of the net sum is for which cost centre. */
function sharesOf(invoice: Invoice, ids: ReadonlyMap<string, number>, sign: 1 | -1): NewDocument['shares'] {
  return [...Map.groupBy(invoice.lines, ({ costCentre }) => costCentre)].map(([label, lines]) => ({
    costCentreId: ids.get(label),
    label,
    net: sign * exactSum(lines.map(({ net }) => net)),
  }));
}
