import { randomUUID } from 'node:crypto';
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts';
import type { Customer, CustomerCtx } from '../../platform/context.ts';
import { cleanText } from '../../platform/input.ts';
import {
  download,
  type FormErrors,
  type FormFields,
  fieldValue,
  formErrors,
  formOf,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  singleValues,
  staffCtx,
} from '../../web/index.ts';
import { openInvoiceFile, type ShownInvoice, showInvoice, showInvoices } from '../invoices/index.ts';
import { recordPayment, recordReturn, showMoney } from '../payments/index.ts';
import { invoiceRow, invoiceView } from './invoice-view.ts';
import { InvoiceListPage } from './pages/invoice-list-page.tsx';
import { InvoicePage } from './pages/invoice-page.tsx';
import { INVOICES, invoiceHref } from './paths.ts';
import { pageHref, pageNumber } from './read-page.ts';
import { words } from './words.ts';

const ONE = invoiceHref(':number');
const access = 'staff:billing';

export const invoiceRoutes: readonly Route[] = [
  { method: 'GET', path: INVOICES, access, handle: showList },
  { method: 'GET', path: ONE, access, handle: (request) => showOne(request) },
  { method: 'GET', path: `${ONE}/datei/:role`, access, handle: openFile },
  { method: 'POST', path: `${ONE}/zahlung`, access, handle: pay },
  { method: 'POST', path: `${ONE}/ruecklastschrift`, access, handle: giveBack },
];

export const NO_FIELDS: FormFields = new Map();
export const DONE = 'getan';

async function showList(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const t = words[frame.language].list;
  const search = cleanText(request.url.searchParams.get('suche') ?? '').slice(0, 60);
  const at = pageNumber(request);
  const { rows, hasMore } = await showInvoices(staffCtx(request), { search, page: at });
  return page(
    request,
    <InvoiceListPage
      frame={frame}
      search={search}
      summary={rows.length === 0 ? t.nothing : t.found({ count: rows.length })}
      rows={rows.map((row) => invoiceRow(row, frame.formats))}
      pager={{
        back: at > 1 ? pageHref(request, at - 1) : undefined,
        next: hasMore ? pageHref(request, at + 1) : undefined,
      }}
    />,
  );
}

/** The invoice of the address, and the desk's context for its firm. */
export async function open(request: PageRequest): Promise<ShownInvoice & { ctx: CustomerCtx }> {
  const shown = await showInvoice(staffCtx(request), { number: request.params.number });
  return { ...shown, ctx: forCustomer(request, shown.customer) };
}

const forCustomer = (request: PageRequest, customer: Customer): CustomerCtx => ({
  ...staffCtx(request),
  customer,
});

async function showOne(
  request: PageRequest,
  fields: FormFields = NO_FIELDS,
  errors: FormErrors = noErrors,
): Promise<Response> {
  const { ctx, ...shown } = await open(request);
  const frame = frameOf(request);
  const { invoice } = shown;
  const money =
    invoice.kind === 'invoice'
      ? await showMoney(ctx, { id: invoice.id, gross: invoice.content.gross })
      : undefined;
  const said = request.url.searchParams.get(DONE) ?? '';
  const done = Object.hasOwn(words.de.invoice.done, said)
    ? (said as keyof typeof words.de.invoice.done)
    : undefined;
  return page(
    request,
    <InvoicePage
      frame={frame}
      invoice={invoiceView(shown, money, ctx, frame.formats)}
      done={errors === noErrors ? done : undefined}
      typed={(name) => fieldValue(fields, name)}
      errors={errors}
      key_={fieldValue(fields, 'key') || randomUUID()}
    />,
    errors.status,
  );
}

async function openFile(request: PageRequest): Promise<Response> {
  const { role } = request.params;
  if (role !== 'pdf' && role !== 'xml') refuse({ code: 'not-found' });
  const { ctx, invoice } = await open(request);
  const { name, type, bytes } = await openInvoiceFile(ctx, invoice.number, role);
  return download(request, { name, type, content: new Uint8Array(bytes) });
}

async function pay(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const { ctx, invoice } = await open(request);
  const { kind, amount, paidOn, note } = words[request.ctx.language].payment;
  const result = await refusalOf(() =>
    recordPayment(ctx, { ...singleValues(fields), number: invoice.number }),
  );
  if ('done' in result) return redirect(request, `${invoiceHref(invoice.number)}?${DONE}=zahlung`);
  return showOne(request, fields, say(request, result.refusal, { kind, amount, paidOn, note }));
}

async function giveBack(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const { ctx, invoice } = await open(request);
  const { returnedOn, reason } = words[request.ctx.language].back;
  const result = await refusalOf(() =>
    recordReturn(ctx, { ...singleValues(fields), number: invoice.number }),
  );
  if ('done' in result) return redirect(request, `${invoiceHref(invoice.number)}?${DONE}=ruecklastschrift`);
  return showOne(request, fields, say(request, result.refusal, { returnedOn, reason }));
}

/** What a form can say; anything else is said on a page of its own. */
export function say(request: PageRequest, refusal: Refusal, labels: Record<string, string>): FormErrors {
  if (!['invalid', 'nothing-left'].includes(refusal.code)) throw new Refused(refusal);
  return formErrors(request, refusal, labels);
}
