import type { Refusal } from '../../../domain/refusal.ts';
import { may, transaction } from '../../../platform/context.ts';
import { DescriptionList } from '../../../ui/index.ts';
import {
  customerCtx,
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
} from '../../../web/index.ts';
import { conflictView, mergedValues } from '../conflict.ts';
import { historyView } from '../history.ts';
import { noRightWords } from '../no-right.ts';
import { ThingPage } from '../pages/thing-page.tsx';
import { auditOf } from '../queries.ts';
import { words as shared } from '../words.ts';
import { changeInvoiceSettings } from './change-invoice-settings.ts';
import { InvoiceSettingsForm } from './pages/invoice-settings-form.tsx';
import { findInvoiceSettings } from './queries.ts';
import { InvoiceSettings } from './schemas.ts';
import {
  byField,
  INVOICE_SETTINGS,
  nameAddresses,
  settingsFacts,
  storedAsTyped,
  typedSettings,
} from './view.ts';
import { words } from './words.ts';

const edit = 'billing.edit';

export const invoiceSettingsRoutes: readonly Route[] = [
  { method: 'GET', path: INVOICE_SETTINGS, access: 'signed-in', handle: (request) => show(request) },
  { method: 'POST', path: INVOICE_SETTINGS, access: edit, handle: change },
];

const SHOWN_CHANGES = 30;

async function show(
  request: PageRequest,
  attempt?: { readonly fields: FormFields; readonly refusal: Refusal },
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { stored, rows } = await transaction(ctx, async (tx) => ({
    stored: await findInvoiceSettings(tx),
    rows: await auditOf(tx, 'invoice-settings', SHOWN_CHANGES),
  }));
  const { values, version } = stored;
  const typed = attempt ? typedSettings(attempt.fields) : storedAsTyped(values);
  const isStale = attempt?.refusal.code === 'stale';
  const errors =
    attempt && !isStale
      ? nameAddresses(formErrors(request, byField(attempt.refusal), t.fields), attempt.refusal, typed, frame)
      : noErrors;
  const parsed = isStale ? InvoiceSettings.safeParse(singleValues(attempt.fields)) : undefined;
  const mayEdit = may(ctx, edit);
  const typedVersion = attempt ? Number(fieldValue(attempt.fields, 'version')) : version;
  const collision = parsed?.success && { current: values, version, typed: parsed.data, typedVersion, rows };
  return page(
    request,
    <ThingPage
      frame={frame}
      title={t.title}
      back={{ href: '/konto/stammdaten', text: shared[frame.language].title }}
      notes={[t.lead, ...(mayEdit ? [] : [noRightWords(request, edit)])]}
      history={historyView(rows, t, frame)}
      done={request.url.searchParams.has('ok') ? t.done : undefined}
      errors={errors}
      failed={isStale}
    >
      {mayEdit ? (
        <InvoiceSettingsForm
          frame={frame}
          typed={collision ? storedAsTyped(mergedValues(collision)) : typed}
          // an entry to be mended is mended on the version that it was typed for
          version={isStale ? version : typedVersion}
          errors={errors}
          conflict={collision ? conflictView(collision, INVOICE_SETTINGS, t, frame) : undefined}
        />
      ) : (
        <DescriptionList frame={frame} items={settingsFacts(values, frame)} />
      )}
    </ThingPage>,
    isStale ? 409 : errors.status,
  );
}

async function change(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const result = await refusalOf(() => changeInvoiceSettings(customerCtx(request), singleValues(fields)));
  if ('done' in result) return redirect(request, `${INVOICE_SETTINGS}?ok=1`);
  return show(request, { fields, refusal: result.refusal });
}
