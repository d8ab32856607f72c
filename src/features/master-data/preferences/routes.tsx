import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { personIdOf, transaction } from '../../../platform/context.ts';
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
import { ThingPage } from '../pages/thing-page.tsx';
import { auditOf } from '../queries.ts';
import { words as shared } from '../words.ts';
import { changePreferences } from './change-preferences.ts';
import { PREFERENCES, PreferencesForm, type TypedPreferences } from './pages/preferences-form.tsx';
import { findPreferences } from './queries.ts';
import { Preferences } from './schemas.ts';
import { words } from './words.ts';

export const preferenceRoutes: readonly Route[] = [
  { method: 'GET', path: PREFERENCES, access: 'signed-in', handle: (request) => show(request) },
  { method: 'POST', path: PREFERENCES, access: 'signed-in', handle: change },
];

const SHOWN_CHANGES = 30;

async function show(
  request: PageRequest,
  attempt?: { readonly fields: FormFields; readonly refusal: Refusal },
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const personId = personIdOf(ctx) ?? refuse({ code: 'not-signed-in' });
  const { stored, rows } = await transaction(ctx, async (tx) => ({
    stored: await findPreferences(tx, personId),
    rows: await auditOf(tx, `preferences/${personId}`, SHOWN_CHANGES),
  }));
  if (!stored) return refuse({ code: 'not-signed-in' });
  const { values, version } = stored;
  const isStale = attempt?.refusal.code === 'stale';
  const errors = attempt && !isStale ? formErrors(request, attempt.refusal, t.fields) : noErrors;
  const parsed = isStale ? Preferences.safeParse(singleValues(attempt.fields)) : undefined;
  const typedVersion = attempt ? Number(fieldValue(attempt.fields, 'version')) : version;
  const collision = parsed?.success && { current: values, version, typed: parsed.data, typedVersion, rows };
  return page(
    request,
    <ThingPage
      frame={frame}
      title={t.title}
      back={{ href: '/konto/stammdaten', text: shared[frame.language].title }}
      notes={[t.lead]}
      history={historyView(rows, t, frame)}
      done={request.url.searchParams.has('ok') ? t.done : undefined}
      errors={errors}
      failed={isStale}
    >
      <PreferencesForm
        frame={frame}
        typed={collision ? mergedValues(collision) : attempt ? typedPreferences(attempt.fields) : values}
        // an entry to be mended is mended on the version that it was typed for
        version={isStale ? version : typedVersion}
        errors={errors}
        conflict={collision ? conflictView(collision, PREFERENCES, t, frame) : undefined}
      />
    </ThingPage>,
    isStale ? 409 : errors.status,
  );
}

/** What the form shows: as it was sent. */
const typedPreferences = (fields: FormFields): TypedPreferences => ({
  language: fieldValue(fields, 'language'),
  orderConfirmations: fields.has('orderConfirmations'),
  statusChanges: fields.has('statusChanges'),
  deadlineReminders: fields.has('deadlineReminders'),
  newDocuments: fields.has('newDocuments'),
  completions: fields.has('completions'),
  steps: fields.has('steps'),
});

async function change(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const result = await refusalOf(() => changePreferences(customerCtx(request), singleValues(fields)));
  if ('done' in result) return redirect(request, `${PREFERENCES}?ok=1`);
  return show(request, { fields, refusal: result.refusal });
}
