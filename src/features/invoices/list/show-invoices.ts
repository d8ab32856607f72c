import { remaining } from '../../../domain/invoicing/index.ts';
import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import {
  type Ctx,
  type CustomerCtx,
  deskTransaction,
  requireStaff,
  transaction,
} from '../../../platform/context.ts';
import { InvoiceNumber } from '../schemas.ts';
import { invoiceAtDesk, invoiceFile, listInvoices, reversalsOf } from './queries.ts';

const PER_PAGE = 50;

/** One page of all invoices. Refuses as {@link showInvoice} does. */
export async function showInvoices(ctx: Ctx, filter: { readonly search: string; readonly page: number }) {
  requireStaff(ctx, 'billing');
  const offset = (filter.page - 1) * PER_PAGE;
  const rows = await deskTransaction(ctx, (tx) =>
    listInvoices(tx, { search: filter.search, limit: PER_PAGE + 1, offset }),
  );
  return { rows: rows.slice(0, PER_PAGE), hasMore: rows.length > PER_PAGE };
}

/**
 * One invoice as the desk sees it, with what is left of each line.
 * Refuses with `not-found` for anybody but staff and for an unknown number, `staff-role-required` without `billing`.
 */
export async function showInvoice(ctx: Ctx, input: { readonly number: string | undefined }) {
  requireStaff(ctx, 'billing');
  const asked = InvoiceNumber.safeParse(input);
  if (!asked.success) refuse({ code: 'not-found' });
  return deskTransaction(ctx, async (tx) => {
    const invoice = (await invoiceAtDesk(tx, asked.data.number)) ?? refuse({ code: 'not-found' });
    const reversals = await reversalsOf(tx, invoice.id);
    const left = remaining(
      invoice.content,
      reversals.flatMap(({ takesBack }) => takesBack),
    );
    const customer = { id: invoice.customerId, number: invoice.customerNumber, name: invoice.customerName };
    return { invoice, customer, reversals, left };
  });
}

export type ShownInvoice = Awaited<ReturnType<typeof showInvoice>>;

/**
 * A file of an invoice for the desk; that it went out is written down.
 * Refuses with `not-found` for anybody but staff, for another firm's, and while the page is not set yet;
 * `staff-role-required` without `billing`.
 */
export async function openInvoiceFile(ctx: CustomerCtx, number: string, role: 'pdf' | 'xml') {
  requireStaff(ctx, 'billing');
  return transaction(ctx, async (tx) => {
    const file = (await invoiceFile(tx, number, role)) ?? refuse({ code: 'not-found' });
    await audit(tx, ctx, { action: 'document.download', object: number, after: { file: file.name } });
    return file;
  });
}
