import { randomUUID } from 'node:crypto';
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts';
import type { Creditor } from '../../platform/carrier/carrier.ts';
import { transaction } from '../../platform/context.ts';
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
  redirect,
  refusalOf,
  singleValues,
} from '../../web/index.ts';
import { FORM_FIELDS, type FormValues, firstValues, formLabels, mandateFormView } from './form-view.ts';
import { giveMandate } from './give-mandate.ts';
import { MandateFormPage } from './pages/mandate-form-page.tsx';
import { noticeAddress } from './paths.ts';
import { billingAddress, isInForce, latestMandates, type MandateRow } from './queries.ts';

/** The form, filled in with what is known; over a mandate in force it changes that one. */
export async function showForm(request: PageRequest): Promise<Response> {
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

/** Gives the mandate; what was wrong is shown on the form, with everything that was typed. */
export async function give(request: PageRequest): Promise<Response> {
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

/** Without a creditor identifier there is nothing to sign. */
function creditorOf(request: PageRequest): Creditor {
  return request.services.carrier.creditor ?? refuse({ code: 'not-found' });
}
