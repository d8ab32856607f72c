import { randomUUID } from 'node:crypto';
import { type Refusal, Refused, refuse } from '../../../../domain/refusal.ts';
import { may } from '../../../../platform/context.ts';
import { DescriptionList } from '../../../../ui/index.ts';
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
  redirect,
  refusalOf,
  singleValues,
} from '../../../../web/index.ts';
import { conflictView, mergedValues, removalView } from '../../conflict.ts';
import { historyView } from '../../history.ts';
import { noRightWords } from '../../no-right.ts';
import { ThingPage } from '../../pages/thing-page.tsx';
import { rowIdOf } from '../../row-id.ts';
import { addContact } from '../add-contact.ts';
import { changeContact } from '../change-contact.ts';
import { ContactForm } from '../pages/contact-form.tsx';
import { ContactValues } from '../schemas.ts';
import { CONTACTS, contactFacts, contactHref, typedContact } from '../view.ts';
import { words } from '../words.ts';
import { load } from './load.ts';

/** What somebody sent and why it was not saved: the form is shown again as they left it. */
interface Attempt {
  readonly fields: FormFields;
  readonly refusal: Refusal;
}

/** The form of a new contact, also after it was not accepted. */
export async function showNew(
  request: PageRequest,
  attempt?: Attempt,
  removed?: ReturnType<typeof removalView>,
) {
  const frame = frameOf(request);
  const t = words[frame.language];
  const errors = attempt && !removed ? formErrors(request, attempt.refusal, t.fields) : noErrors;
  return page(
    request,
    <ThingPage
      frame={frame}
      title={t.newTitle}
      back={{ href: CONTACTS, text: t.title }}
      errors={errors}
      failed={removed !== undefined}
    >
      <ContactForm
        frame={frame}
        action={CONTACTS}
        typed={typedContact(attempt?.fields ?? new Map())}
        errors={errors}
        idempotencyKey={randomUUID()}
        conflict={removed}
      />
    </ThingPage>,
    removed ? 409 : errors.status,
  );
}

/** Takes the form of a new contact. */
export async function add(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const input = { ...singleValues(fields), key: fieldValue(fields, '_key') };
  const result = await refusalOf(() => addContact(customerCtx(request), input));
  if ('done' in result) return redirect(request, `${CONTACTS}?ok=add`);
  if (result.refusal.code === 'key-reused') throw new Refused(result.refusal);
  return showNew(request, { fields, refusal: result.refusal });
}

/** One contact: the form or the facts, with the history; also after a change was not accepted. */
export async function showOne(request: PageRequest, attempt?: Attempt): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { contact, rows } = await load(request, ctx);
  if (!contact) {
    const wasRemoved = rows[0]?.action === 'contact.remove';
    return attempt && wasRemoved
      ? showNew(request, attempt, removalView(rows[0], frame))
      : refuse({ code: 'not-found' });
  }
  const { id, values, version } = contact;
  const isStale = attempt?.refusal.code === 'stale';
  const errors = attempt && !isStale ? formErrors(request, attempt.refusal, t.fields) : noErrors;
  const parsed = isStale ? ContactValues.safeParse(singleValues(attempt.fields)) : undefined;
  const mayEdit = may(ctx, 'masterData.edit');
  const typedVersion = attempt ? Number(fieldValue(attempt.fields, 'version')) : version;
  const collision = parsed?.success && { current: values, version, typed: parsed.data, typedVersion, rows };
  return page(
    request,
    <ThingPage
      frame={frame}
      title={values.name}
      back={{ href: CONTACTS, text: t.title }}
      notes={mayEdit ? [] : [noRightWords(request, 'masterData.edit')]}
      history={historyView(rows, t, frame)}
      removeHref={mayEdit ? `${contactHref(id)}/entfernen` : undefined}
      done={request.url.searchParams.get('ok') === 'change' ? t.done.change : undefined}
      errors={errors}
      failed={isStale}
    >
      {mayEdit ? (
        <ContactForm
          frame={frame}
          action={contactHref(id)}
          typed={collision ? mergedValues(collision) : attempt ? typedContact(attempt.fields) : values}
          // an entry to be mended is mended on the version that it was typed for
          version={isStale ? version : typedVersion}
          errors={errors}
          conflict={collision ? conflictView(collision, contactHref(id), t, frame) : undefined}
        />
      ) : (
        <DescriptionList frame={frame} items={contactFacts(values, frame)} />
      )}
    </ThingPage>,
    isStale ? 409 : errors.status,
  );
}

/** Takes the form of a contact. */
export async function change(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const id = rowIdOf(request);
  const input = { ...singleValues(fields), id };
  const result = await refusalOf(() => changeContact(customerCtx(request), input));
  if ('done' in result) return redirect(request, `${contactHref(id)}?ok=change`);
  return showOne(request, { fields, refusal: result.refusal });
}
