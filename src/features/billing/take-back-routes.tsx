import type { Refusal } from '../../domain/refusal.ts';
import { refuse } from '../../domain/refusal.ts';
import {
  type FormErrors,
  type FormFields,
  fieldsOf,
  fieldValue,
  formOf,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  singleValues,
} from '../../web/index.ts';
import {
  cancelInvoice,
  correctInvoice,
  previewCancellation,
  previewCorrection,
  type ShownInvoice,
} from '../invoices/index.ts';
import { showMoney } from '../payments/index.ts';
import { DONE, NO_FIELDS, open, say } from './invoice-routes.tsx';
import { CancelInvoicePage, CorrectInvoicePage, CorrectionPreviewPage } from './pages/take-back-pages.tsx';
import { invoiceHref } from './paths.ts';
import { correctableLines, quantityField, takeBackView } from './take-back-view.ts';
import { words } from './words.ts';

const ONE = invoiceHref(':number');
const access = 'staff:billing';

/** Taking an invoice back: the whole of it in one step, parts of it over a preview. */
export const takeBackRoutes: readonly Route[] = [
  { method: 'GET', path: `${ONE}/stornieren`, access, handle: (request) => askToCancel(request) },
  { method: 'POST', path: `${ONE}/stornieren`, access, handle: cancel },
  { method: 'GET', path: `${ONE}/korrigieren`, access, handle: (request) => askToCorrect(request) },
  { method: 'GET', path: `${ONE}/korrigieren/pruefen`, access, handle: preview },
  { method: 'POST', path: `${ONE}/korrigieren`, access, handle: correct },
];

async function askToCancel(
  request: PageRequest,
  fields: FormFields = NO_FIELDS,
  errors: FormErrors = noErrors,
): Promise<Response> {
  const { ctx, invoice, customer } = await open(request);
  if (invoice.kind !== 'invoice') refuse({ code: 'not-found' });
  const frame = frameOf(request);
  const document = await previewCancellation(ctx, { number: invoice.number }, request.services.carrier);
  return page(
    request,
    <CancelInvoicePage
      frame={frame}
      number={invoice.number}
      customer={`${customer.number} ${customer.name}`}
      preview={document && takeBackView(document, frame.formats)}
      typed={(name) => fieldValue(fields, name)}
      errors={errors}
    />,
    errors.status,
  );
}

async function cancel(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const { ctx, invoice } = await open(request);
  const input = { ...singleValues(fields), number: invoice.number };
  const result = await refusalOf(() => cancelInvoice(ctx, input, request.services.carrier));
  if ('done' in result) return redirect(request, `${invoiceHref(result.done.number)}?${DONE}=storno`);
  const { reason } = words[request.ctx.language].cancel;
  return askToCancel(request, fields, say(request, result.refusal, { reason }));
}

/** What the address of the first step or its form says; quantities by the fields of the lines. */
function correctionOf(fields: FormFields, { invoice }: ShownInvoice) {
  const quantities = Object.fromEntries(
    invoice.content.lines.map(({ position }) => [position, fieldValue(fields, quantityField(position))]),
  );
  return { number: invoice.number, reason: fieldValue(fields, 'reason'), quantities };
}

async function askToCorrect(
  request: PageRequest,
  fields: FormFields = fieldsOf(request.url.searchParams),
  errors: FormErrors = noErrors,
): Promise<Response> {
  const { invoice, customer, left } = await open(request);
  if (invoice.kind !== 'invoice') refuse({ code: 'not-found' });
  const frame = frameOf(request);
  return page(
    request,
    <CorrectInvoicePage
      frame={frame}
      number={invoice.number}
      customer={`${customer.number} ${customer.name}`}
      lines={correctableLines(invoice.content, left, frame.formats)}
      typed={(name) => fieldValue(fields, name)}
      errors={errors}
    />,
    errors.status,
  );
}

/** Second step: the document as it would be, and what would be owed then. Nothing is written. */
async function preview(request: PageRequest): Promise<Response> {
  const fields = fieldsOf(request.url.searchParams);
  const { ctx, ...shown } = await open(request);
  const { invoice, customer } = shown;
  const frame = frameOf(request);
  const input = correctionOf(fields, shown);
  const result = await refusalOf(() => previewCorrection(ctx, input, request.services.carrier));
  if ('refusal' in result) {
    return askToCorrect(request, fields, correctionErrors(request, result.refusal, shown));
  }
  const { document, seen } = result.done;
  const { balance } = await showMoney(ctx, { id: invoice.id, gross: invoice.content.gross });
  const carried = Object.entries(singleValues(fields)).filter(
    ([name, value]) => (name === 'reason' || /^menge-\d+$/.test(name)) && value !== '',
  );
  return page(
    request,
    <CorrectionPreviewPage
      frame={frame}
      number={invoice.number}
      customer={`${customer.number} ${customer.name}`}
      preview={takeBackView(document, frame.formats, balance)}
      carried={[...carried, ['seen', `${seen}`]]}
      changeHref={`${invoiceHref(invoice.number)}/korrigieren?${new URLSearchParams(carried)}`}
    />,
  );
}

async function correct(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const { ctx, ...shown } = await open(request);
  const seen = fieldValue(fields, 'seen');
  const input = { ...correctionOf(fields, shown), ...(seen === '' ? {} : { seen }) };
  const result = await refusalOf(() => correctInvoice(ctx, input, request.services.carrier));
  if ('done' in result) return redirect(request, `${invoiceHref(result.done.number)}?${DONE}=korrektur`);
  return askToCorrect(request, fields, correctionErrors(request, result.refusal, shown));
}

/** The verb names lines by position, the form by field. */
function correctionErrors(request: PageRequest, refusal: Refusal, { invoice }: ShownInvoice): FormErrors {
  const t = words[request.ctx.language].correct;
  const { lines } = invoice.content;
  const first = quantityField(lines[0]?.position ?? 1);
  const renamed: Refusal =
    refusal.code === 'invalid'
      ? {
          ...refusal,
          fields: refusal.fields.map((one) => ({
            ...one,
            field: one.field === 'quantities' ? first : one.field.replace(/^quantities\./, 'menge-'),
          })),
        }
      : refusal;
  const labels = Object.fromEntries(lines.map(({ position, name }) => [quantityField(position), name]));
  return say(request, renamed, { ...labels, reason: t.reason });
}
