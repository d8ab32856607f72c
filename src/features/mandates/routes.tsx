import { randomUUID } from 'node:crypto';
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts';
import type { Creditor } from '../../platform/carrier/carrier.ts';
import { may, transaction } from '../../platform/context.ts';
import { writeIban } from '../../platform/iban.ts';
import {
  customerCtx,
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
} from '../../web/index.ts';
import { mandateFile, paperForm } from './files.ts';
import { FORM_FIELDS, type FormValues, firstValues, formLabels, mandateFormView } from './form-view.ts';
import { giveMandate } from './give-mandate.ts';
import { openIban } from './iban-secret.ts';
import { MandateFormPage } from './pages/mandate-form-page.tsx';
import { MandateNoticePage } from './pages/mandate-notice-page.tsx';
import { type JustDone, MandatePage } from './pages/mandate-page.tsx';
import { RevokePage } from './pages/revoke-page.tsx';
import { MANDATE_PATH, PAPER_PATH } from './paths.ts';
import { billingAddress, findMandate, latestMandates, type MandateRow } from './queries.ts';
import { revokeMandate } from './revoke-mandate.ts';
import { MandateReference } from './schemas.ts';
import { formerMandates, mandateView, maskedIban } from './view.ts';

const RIGHT = 'billing.edit';

export const mandateRoutes: readonly Route[] = [
  { method: 'GET', path: MANDATE_PATH, access: 'signed-in', handle: showMandates },
  { method: 'GET', path: `${MANDATE_PATH}/iban`, access: RIGHT, confirm: true, handle: showIban },
  { method: 'GET', path: `${MANDATE_PATH}/neu`, access: RIGHT, confirm: true, handle: showForm },
  { method: 'POST', path: MANDATE_PATH, access: RIGHT, confirm: true, handle: give },
  {
    method: 'GET',
    path: `${MANDATE_PATH}/:reference/widerrufen`,
    access: RIGHT,
    confirm: true,
    handle: askToRevoke,
  },
  {
    method: 'POST',
    path: `${MANDATE_PATH}/:reference/widerrufen`,
    access: RIGHT,
    confirm: true,
    handle: revoke,
  },
  { method: 'GET', path: `${MANDATE_PATH}/:file`, access: RIGHT, confirm: true, handle: mandateFile },
  { method: 'GET', path: PAPER_PATH, access: 'public', handle: paperForm },
];

/** More former mandates than these are of no use to anybody who looks. */
const MOST_SHOWN = 50;

async function showMandates(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const rows = await transaction(ctx, (tx) => latestMandates(tx, MOST_SHOWN));
  if (may(ctx, RIGHT)) return overview(request, rows);
  const inForce = rows.find(isInForce);
  const frame = frameOf(request);
  return page(
    request,
    <MandateNoticePage frame={frame} iban={inForce && maskedIban(inForce, frame.language)} />,
  );
}

/** The same page with the account number in clear: asked for, and right after the password was given. */
async function showIban(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const rows = await transaction(ctx, (tx) => latestMandates(tx, MOST_SHOWN));
  const row = rows.find(isInForce) ?? refuse({ code: 'not-found' });
  return overview(
    request,
    rows,
    writeIban(openIban(request.services.appKey, row.reference, row.iban_sealed)),
  );
}

function overview(request: PageRequest, rows: readonly MandateRow[], iban?: string): Response {
  const frame = frameOf(request);
  const inForce = rows.find(isInForce);
  return page(
    request,
    <MandatePage
      frame={frame}
      mandate={inForce && mandateView(inForce, request.ctx, frame.formats, iban)}
      former={formerMandates(
        rows.filter((row) => !isInForce(row)),
        request.ctx,
        frame.formats,
      )}
      justDone={justDone(request)}
      isOffered={request.services.carrier.creditor !== undefined}
    />,
  );
}

const isInForce = (row: MandateRow) => row.ended_at === null;

const NOTICES = { erteilt: 'given', geaendert: 'changed', widerrufen: 'revoked' } as const;

const noticeAddress = (what: keyof typeof NOTICES) => `${MANDATE_PATH}?${what}=1`;

function justDone({ url }: PageRequest): JustDone | undefined {
  const found = Object.entries(NOTICES).find(([name]) => url.searchParams.has(name));
  return found?.[1];
}

async function showForm(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const creditor = creditorOf(request);
  const { inForce, billing } = await transaction(ctx, async (tx) => ({
    inForce: (await latestMandates(tx, 1)).find(isInForce),
    billing: await billingAddress(tx),
  }));
  const values = firstValues(inForce, billing, creditor.country);
  return formPage(request, { inForce, values, errors: noErrors });
}

function formPage(
  request: PageRequest,
  form: { inForce: MandateRow | undefined; values: FormValues; errors: FormErrors },
): Response {
  const view = mandateFormView({ ctx: request.ctx, creditor: creditorOf(request), ...form });
  return page(
    request,
    <MandateFormPage frame={frameOf(request)} view={view} submissionKey={randomUUID()} />,
    form.errors.status,
  );
}

async function give(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const fields = await formOf(request);
  const { appKey } = request.services;
  const { clientAddress, userAgent } = request;
  const input = { ...singleValues(fields), key: fieldValue(fields, '_key') };
  const given = await refusalOf(() =>
    giveMandate(ctx, input, { appKey, creditor: creditorOf(request), clientAddress, userAgent }),
  );
  if ('refusal' in given) return showAgain(request, fields, given.refusal);
  const changed = fieldValue(fields, 'replaces') !== '';
  return redirect(request, noticeAddress(changed ? 'geaendert' : 'erteilt'));
}

/** The form as it was sent, with what was wrong, over what is in force by now. */
async function showAgain(request: PageRequest, fields: FormFields, refusal: Refusal): Promise<Response> {
  if (refusal.code !== 'invalid' && refusal.code !== 'stale') throw new Refused(refusal);
  const ctx = customerCtx(request);
  const [newest] = await transaction(ctx, (tx) => latestMandates(tx, 1));
  return formPage(request, {
    inForce: newest && isInForce(newest) ? newest : undefined,
    values: Object.fromEntries(FORM_FIELDS.map((name) => [name, fieldValue(fields, name)])) as FormValues,
    errors: formErrors(request, refusal, formLabels(ctx.language)),
  });
}

async function askToRevoke(request: PageRequest): Promise<Response> {
  return revokePage(request, noErrors);
}

async function revoke(request: PageRequest): Promise<Response> {
  const result = await refusalOf(() =>
    revokeMandate(customerCtx(request), { reference: request.params.reference }),
  );
  if ('done' in result) return redirect(request, noticeAddress('widerrufen'));
  if (result.refusal.code !== 'mandate-ended') throw new Refused(result.refusal);
  return revokePage(request, formErrors(request, result.refusal, {}));
}

async function revokePage(request: PageRequest, errors: FormErrors): Promise<Response> {
  const ctx = customerCtx(request);
  const asked = MandateReference.safeParse({ reference: request.params.reference });
  if (!asked.success) refuse({ code: 'not-found' });
  const row = await transaction(ctx, (tx) => findMandate(tx, asked.data.reference));
  if (!row) refuse({ code: 'not-found' });
  const frame = frameOf(request);
  const ended =
    errors === noErrors && row.ended_at
      ? formErrors(request, { code: 'mandate-ended', at: row.ended_at }, {})
      : errors;
  return page(
    request,
    <RevokePage frame={frame} mandate={mandateView(row, ctx, frame.formats)} errors={ended} />,
    ended.status,
  );
}

/** Without a creditor identifier there is nothing to sign. */
function creditorOf(request: PageRequest): Creditor {
  return request.services.carrier.creditor ?? refuse({ code: 'not-found' });
}
