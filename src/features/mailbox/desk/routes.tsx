import { z } from 'zod';
import { Refused, refuse } from '../../../domain/refusal.ts';
import { type Ctx, deskTransaction, requireStaff } from '../../../platform/context.ts';
import { text } from '../../../platform/input.ts';
import {
  fieldsOf,
  formErrors,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  singleValues,
  staffCtx,
} from '../../../web/index.ts';
import { DeskMailboxPage, DeskMailPage } from './pages.tsx';
import { DESK_MAILBOX, deskMailHref } from './paths.ts';
import { findDeskMail, jobOfMail, listMails, MAIL_STATES } from './queries.ts';
import { resendMail } from './resend-mail.ts';
import { deskMailRow, deskMailView } from './view.ts';

export const deskMailboxRoutes: readonly Route[] = [
  { method: 'GET', path: DESK_MAILBOX, access: 'staff:care', handle: showMailbox },
  {
    method: 'GET',
    path: deskMailHref(':id'),
    access: 'staff:care',
    handle: (request) => showMail(request),
  },
  { method: 'POST', path: deskMailHref(':id'), access: 'staff:care', handle: submitAgain },
];

const PAGE_SIZE = 50;
const DONE = 'getan';

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), schema.optional()).catch(undefined);

const cursor = optional(
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
);

const MailQuery = z.object({
  recipient: optional(text(254)),
  state: optional(z.enum(MAIL_STATES)),
  older: cursor,
  newer: cursor,
});

async function showMailbox(request: PageRequest): Promise<Response> {
  const ctx = careCtx(request);
  const frame = frameOf(request);
  const { older, newer, ...filter } = MailQuery.parse(singleValues(fieldsOf(request.url.searchParams)));
  const at = older === undefined ? { newer } : { older };
  const found = await deskTransaction(ctx, (tx) => listMails(tx, filter, at, PAGE_SIZE + 1));
  const hasMore = found.length > PAGE_SIZE;
  const goesUp = older === undefined && newer !== undefined;
  const rows = goesUp ? found.slice(0, PAGE_SIZE).toReversed() : found.slice(0, PAGE_SIZE);
  const shown = { recipient: filter.recipient ?? '', state: filter.state ?? '' };
  const set = Object.entries(shown).filter(([, value]) => value !== '');
  const address = (...more: [string, string][]) =>
    `${DESK_MAILBOX}?${new URLSearchParams([...set, ...more])}`;
  const [first, last] = [rows[0], rows.at(-1)];
  return page(
    request,
    <DeskMailboxPage
      frame={frame}
      rows={rows.map((mail) => deskMailRow(mail, frame.language, frame.formats))}
      filter={shown}
      isFiltered={set.length > 0}
      pager={{
        first: older === undefined && newer === undefined ? undefined : address(),
        newer:
          first && (goesUp ? hasMore : older !== undefined) ? address(['newer', `${first.id}`]) : undefined,
        older: last && (goesUp || hasMore) ? address(['older', `${last.id}`]) : undefined,
      }}
    />,
  );
}

function careCtx(request: PageRequest): Ctx {
  const ctx = staffCtx(request);
  requireStaff(ctx, 'care');
  return ctx;
}

function idOf({ params: { id = '' } }: PageRequest): number {
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : refuse({ code: 'not-found' });
}

async function showMail(request: PageRequest, errors = noErrors): Promise<Response> {
  const ctx = careCtx(request);
  const frame = frameOf(request);
  const id = idOf(request);
  const found = await deskTransaction(ctx, async (tx) => {
    const mail = await findDeskMail(tx, id);
    return mail && { mail, job: await jobOfMail(tx, mail.key) };
  });
  if (!found) refuse({ code: 'not-found' });
  return page(
    request,
    <DeskMailPage
      frame={frame}
      mail={deskMailView(found.mail, found.job, frame.language, frame.formats)}
      done={request.url.searchParams.has(DONE)}
      errors={errors}
    />,
    errors.status,
  );
}

async function submitAgain(request: PageRequest): Promise<Response> {
  const mailId = idOf(request);
  const result = await refusalOf(() => resendMail(staffCtx(request), { mailId }));
  if ('done' in result) return redirect(request, `${deskMailHref(mailId)}?${DONE}=1`);
  if (result.refusal.code !== 'request-pending') throw new Refused(result.refusal);
  return showMail(request, formErrors(request, result.refusal, {}));
}
