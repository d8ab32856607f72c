import { FAQ_TOPICS } from '../../domain/inquiries.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { deskTransaction, requireStaff } from '../../platform/context.ts';
import {
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
import { faqWords } from '../help/index.ts';
import { EntryListPage } from './pages/entry-list-page.tsx';
import { ENTRY_FIELDS, EntryPage, type EntryValues } from './pages/entry-page.tsx';
import { DESK_HELP, entryHref, NEW_ENTRY } from './paths.ts';
import { allEntries, findEntry, type StoredEntry } from './queries.ts';
import { words } from './words.ts';
import { addFaqEntry, asEntry, changeFaqEntry } from './write-entry.ts';

const care = 'staff:care';

export const deskFaqRoutes: readonly Route[] = [
  { method: 'GET', path: DESK_HELP, access: care, handle: showList },
  { method: 'GET', path: NEW_ENTRY, access: care, handle: (request) => showNew(request) },
  { method: 'POST', path: NEW_ENTRY, access: care, handle: add },
  { method: 'GET', path: entryHref(':id'), access: care, handle: (request) => showEntry(request) },
  { method: 'POST', path: entryHref(':id'), access: care, handle: change },
];

interface Attempt {
  readonly fields: FormFields;
  readonly refusal: Refusal;
}

async function showList(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  const { formats, language } = frame;
  requireStaff(ctx, 'care');
  const entries = await deskTransaction(ctx, allEntries);
  const t = words[language].list;
  return page(
    request,
    <EntryListPage
      frame={frame}
      rows={entries.map((entry) => ({
        href: entryHref(entry.id),
        question: entry.question[language],
        topic: faqWords[language].topics[entry.topic],
        position: formats.number(entry.position),
        changed: formats.dateTime(entry.updatedAt),
        state: entry.isPublished ? { text: t.published, tone: 'ok' } : { text: t.hidden, tone: 'neutral' },
      }))}
    />,
  );
}

function showNew(request: PageRequest, attempt?: Attempt): Response {
  const blank = { topic: 'access', position: '1000', published: '1' };
  return form(request, {
    action: NEW_ENTRY,
    values: attempt ? typedValues(attempt.fields) : valuesOf(blank),
    attempt,
  });
}

async function showEntry(request: PageRequest, attempt?: Attempt): Promise<Response> {
  const stored = await load(request);
  const isStale = attempt?.refusal.code === 'stale';
  return form(request, {
    action: entryHref(stored.id),
    version: stored.version,
    values: attempt ? typedValues(attempt.fields) : storedValues(stored),
    attempt,
    stored: isStale ? storedValues(stored) : undefined,
  });
}

async function load(request: PageRequest): Promise<StoredEntry> {
  const ctx = staffCtx(request);
  requireStaff(ctx, 'care');
  const id = /^\d{1,9}$/.test(request.params.id ?? '') ? Number(request.params.id) : 0;
  return (await deskTransaction(ctx, (tx) => findEntry(tx, id))) ?? refuse({ code: 'not-found' });
}

function form(
  request: PageRequest,
  shown: {
    action: string;
    version?: number;
    values: EntryValues;
    attempt?: Attempt | undefined;
    stored?: EntryValues | undefined;
  },
): Response {
  const frame = frameOf(request);
  const t = words[frame.language].form;
  const labels = Object.fromEntries(ENTRY_FIELDS.map((field) => [field, t[field]]));
  const errors = shown.attempt ? formErrors(request, shown.attempt.refusal, labels) : noErrors;
  return page(
    request,
    <EntryPage
      frame={frame}
      action={shown.action}
      version={shown.version}
      values={shown.values}
      topics={FAQ_TOPICS.map((topic) => ({ value: topic, label: faqWords[frame.language].topics[topic] }))}
      errors={errors}
      stored={shown.stored}
      done={request.url.searchParams.get('ok') === '1'}
    />,
    errors.status,
  );
}

async function add(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const result = await refusalOf(() => addFaqEntry(staffCtx(request), singleValues(fields)));
  if ('done' in result) return redirect(request, `${entryHref(result.done.id)}?ok=1`);
  return showNew(request, { fields, refusal: result.refusal });
}

async function change(request: PageRequest): Promise<Response> {
  const { id } = await load(request);
  const fields = await formOf(request);
  const result = await refusalOf(() => changeFaqEntry(staffCtx(request), { ...singleValues(fields), id }));
  if ('done' in result) return redirect(request, `${entryHref(id)}?ok=1`);
  return showEntry(request, { fields, refusal: result.refusal });
}

const valuesOf = (some: Partial<EntryValues>): EntryValues =>
  Object.fromEntries(ENTRY_FIELDS.map((field) => [field, some[field] ?? ''])) as EntryValues;

const typedValues = (fields: FormFields) =>
  valuesOf(Object.fromEntries(ENTRY_FIELDS.map((field) => [field, fieldValue(fields, field)])));

const storedValues = (stored: StoredEntry) => {
  const entry = asEntry(stored);
  return valuesOf({ ...entry, position: `${entry.position}` });
};
