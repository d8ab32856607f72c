import { INQUIRY_TOPICS } from '../../domain/inquiries.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Ctx, staffIdOf } from '../../platform/context.ts';
import {
  type FormFields,
  fieldsOf,
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
import { inquiryWords } from '../help/index.ts';
import { answerInquiry } from './answer-inquiry.ts';
import { assignInquiry } from './assign-inquiry.ts';
import { noteInquiry } from './note-inquiry.ts';
import { DeskInquiryPage } from './pages/desk-inquiry-page.tsx';
import { InboxPage } from './pages/inbox-page.tsx';
import { deskInquiryHref, INBOX } from './paths.ts';
import { InboxQuery } from './schemas.ts';
import { closeInquiry, reopenInquiry } from './settle-inquiry.ts';
import { showDeskInquiry, showInbox } from './show-inbox.ts';
import { deskThreadView, inboxRows } from './view.ts';
import { words } from './words.ts';

type Verb = (ctx: Ctx, input: Record<string, string>) => Promise<void>;
type Done = keyof (typeof words)['de']['thread']['done'];

const care = 'staff:care';
const thread = deskInquiryHref(':number');
const step = (path: string, verb: Verb, done: Done): Route => ({
  method: 'POST',
  path: `${thread}/${path}`,
  access: care,
  handle: (request) => perform(request, verb, done),
});

export const deskInquiryRoutes: readonly Route[] = [
  { method: 'GET', path: INBOX, access: care, handle: showList },
  { method: 'GET', path: thread, access: care, handle: (request) => show(request) },
  step('antworten', answerInquiry, 'answered'),
  step('notiz', noteInquiry, 'noted'),
  step('zuweisen', assignInquiry, 'assigned'),
  step('schliessen', closeInquiry, 'closed'),
  step('oeffnen', reopenInquiry, 'reopened'),
];

async function showList(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  const input = InboxQuery.parse(singleValues(fieldsOf(request.url.searchParams)));
  const { rows, counts, after } = await showInbox(ctx, input);
  const filter = {
    state: input.state,
    assignee: input.assignee ?? '',
    topic: input.topic ?? '',
    overdue: input.overdue ?? '',
    search: input.search ?? '',
  };
  const set = Object.entries(filter).filter(
    ([name, value]) => value !== '' && !(name === 'state' && value === 'open'),
  );
  const address = (more: [string, string][] = []) => `${INBOX}?${new URLSearchParams([...set, ...more])}`;
  return page(
    request,
    <InboxPage
      frame={frame}
      rows={inboxRows(rows, ctx.now, frame)}
      counts={counts}
      filter={filter}
      isFiltered={set.length > 0}
      topics={INQUIRY_TOPICS.map((topic) => ({
        value: topic,
        label: inquiryWords[frame.language].topics[topic],
      }))}
      pager={{ first: input.after && address(), older: after && address([['after', after]]) }}
    />,
  );
}

async function show(
  request: PageRequest,
  attempt?: { readonly fields: FormFields; readonly refusal: Refusal },
): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language].thread;
  const { found, staff } = await showDeskInquiry(ctx, request.params);
  const labels = { message: t.answerLabel, note: t.noteLabel, assigneeId: t.assignee };
  const errors = attempt ? formErrors(request, attempt.refusal, labels) : noErrors;
  const value = (name: string) => (attempt ? fieldValue(attempt.fields, name) : '');
  const ok = request.url.searchParams.get('ok') ?? '';
  return page(
    request,
    <DeskInquiryPage
      frame={frame}
      thread={deskThreadView(found, { staffId: staffIdOf(ctx), now: ctx.now }, frame)}
      staff={staff.map(({ id, name }) => ({ value: `${id}`, label: name }))}
      ownId={staff.some(({ id }) => id === staffIdOf(ctx)) ? `${staffIdOf(ctx)}` : ''}
      typed={{ message: value('message'), note: value('note') }}
      errors={errors}
      isStale={attempt?.refusal.code === 'stale'}
      done={Object.hasOwn(t.done, ok) ? t.done[ok as Done] : undefined}
    />,
    errors.status,
  );
}

async function perform(request: PageRequest, verb: Verb, done: Done): Promise<Response> {
  const fields = await formOf(request);
  const { number = '' } = request.params;
  const result = await refusalOf(() => verb(staffCtx(request), { ...singleValues(fields), number }));
  if ('done' in result) return redirect(request, `${deskInquiryHref(number)}?ok=${done}`);
  return show(request, { fields, refusal: result.refusal });
}
