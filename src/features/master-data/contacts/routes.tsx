import { randomUUID } from 'node:crypto';
import { type Refusal, Refused, refuse } from '../../../domain/refusal.ts';
import { type CustomerCtx, may, transaction } from '../../../platform/context.ts';
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
  rightName,
  singleValues,
} from '../../../web/index.ts';
import { conflictView, mergedValues, removalView } from '../conflict.ts';
import { historyView } from '../history.ts';
import { RemovalPage } from '../pages/removal-page.tsx';
import { ThingPage } from '../pages/thing-page.tsx';
import { auditOf } from '../queries.ts';
import { rowIdOf } from '../row-id.ts';
import { words as shared } from '../words.ts';
import { addContact } from './add-contact.ts';
import { changeContact } from './change-contact.ts';
import { ContactForm } from './pages/contact-form.tsx';
import { ContactListPage } from './pages/contact-list-page.tsx';
import { findContact, listContacts } from './queries.ts';
import { removeContact } from './remove-contact.ts';
import { ContactValues } from './schemas.ts';
import { CONTACTS, contactFacts, contactHref, contactRows, namer, typedContact } from './view.ts';
import { words } from './words.ts';

const edit = 'masterData.edit';

export const contactRoutes: readonly Route[] = [
  { method: 'GET', path: CONTACTS, access: 'signed-in', handle: showList },
  { method: 'GET', path: `${CONTACTS}/neu`, access: edit, handle: (request) => showNew(request) },
  { method: 'POST', path: CONTACTS, access: edit, handle: add },
  { method: 'GET', path: `${CONTACTS}/:id`, access: 'signed-in', handle: (request) => showOne(request) },
  { method: 'POST', path: `${CONTACTS}/:id`, access: edit, handle: change },
  {
    method: 'GET',
    path: `${CONTACTS}/:id/entfernen`,
    access: edit,
    handle: (request) => askToRemove(request),
  },
  { method: 'POST', path: `${CONTACTS}/:id/entfernen`, access: edit, handle: remove },
];

const SHOWN_CHANGES = 30;
const LATEST_CHANGES = 8;

/** What somebody sent and why it was not saved: the form is shown again as they left it. */
interface Attempt {
  readonly fields: FormFields;
  readonly refusal: Refusal;
}

async function showList(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { contacts, rows } = await transaction(ctx, async (tx) => ({
    contacts: await listContacts(tx),
    rows: await auditOf(tx, 'contact/', LATEST_CHANGES),
  }));
  const done = request.url.searchParams.get('ok');
  return page(
    request,
    <ContactListPage
      frame={frame}
      rows={contactRows(contacts)}
      history={historyView(rows, t, frame, namer(contacts))}
      mayEdit={may(ctx, edit)}
      noRight={noRight(request)}
      done={done === 'add' || done === 'remove' ? t.done[done] : undefined}
    />,
  );
}

const noRight = ({ ctx: { language } }: PageRequest) =>
  shared[language].noRight({ right: rightName(edit, language) });

async function showNew(request: PageRequest, attempt?: Attempt, removed?: ReturnType<typeof removalView>) {
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

async function add(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const input = { ...singleValues(fields), key: fieldValue(fields, '_key') };
  const result = await refusalOf(() => addContact(customerCtx(request), input));
  if ('done' in result) return redirect(request, `${CONTACTS}?ok=add`);
  if (result.refusal.code === 'key-reused') throw new Refused(result.refusal);
  return showNew(request, { fields, refusal: result.refusal });
}

/** The contact that the request names, if it is still there, and its history. */
async function load(request: PageRequest, ctx: CustomerCtx) {
  const id = rowIdOf(request);
  return transaction(ctx, async (tx) => ({
    contact: await findContact(tx, id),
    rows: await auditOf(tx, `contact/${id}`, SHOWN_CHANGES),
  }));
}

async function showOne(request: PageRequest, attempt?: Attempt): Promise<Response> {
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
  const mayEdit = may(ctx, edit);
  const typedVersion = attempt ? Number(fieldValue(attempt.fields, 'version')) : version;
  const collision = parsed?.success && { current: values, version, typed: parsed.data, typedVersion, rows };
  return page(
    request,
    <ThingPage
      frame={frame}
      title={values.name}
      back={{ href: CONTACTS, text: t.title }}
      notes={mayEdit ? [] : [noRight(request)]}
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

async function change(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const id = rowIdOf(request);
  const input = { ...singleValues(fields), id };
  const result = await refusalOf(() => changeContact(customerCtx(request), input));
  if ('done' in result) return redirect(request, `${contactHref(id)}?ok=change`);
  return showOne(request, { fields, refusal: result.refusal });
}

async function askToRemove(request: PageRequest, refusal?: Refusal): Promise<Response> {
  const frame = frameOf(request);
  const t = words[frame.language];
  const { contact } = await load(request, customerCtx(request));
  if (!contact) return refuse({ code: 'not-found' });
  const { id, values, version } = contact;
  const errors = refusal ? formErrors(request, refusal, {}) : noErrors;
  return page(
    request,
    <RemovalPage
      frame={frame}
      href={contactHref(id)}
      name={values.name}
      words={{
        title: t.removeTitle({ name: values.name }),
        question: t.removeQuestion,
        text: t.removeText,
        yes: t.removeYes,
        no: t.removeNo,
      }}
      facts={contactFacts(values, frame)}
      version={version}
      errors={errors}
    />,
    errors.status,
  );
}

async function remove(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const input = { ...singleValues(fields), id: rowIdOf(request) };
  const result = await refusalOf(() => removeContact(customerCtx(request), input));
  if ('done' in result || (await isRemoved(request))) return redirect(request, `${CONTACTS}?ok=remove`);
  return askToRemove(request, result.refusal);
}

/** Whoever wants to remove somebody is content when a colleague did it first. */
async function isRemoved(request: PageRequest): Promise<boolean> {
  const { contact, rows } = await load(request, customerCtx(request));
  return !contact && rows[0]?.action === 'contact.remove';
}
