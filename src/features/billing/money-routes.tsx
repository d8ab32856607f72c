import { parseCustomerNumber } from '../../domain/customer-number.ts';
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts';
import { deskTransaction } from '../../platform/context.ts';
import { cleanText } from '../../platform/input.ts';
import {
  download,
  type FormErrors,
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
import {
  makeDebitFile,
  showDebitFile,
  showDebitFiles,
  showOpenItems,
  showOverdue,
  takeDebitFile,
  writeReminder,
} from '../payments/index.ts';
import { customerByNumber } from '../registration/index.ts';
import { debitFileView, dueRow, fileRow, openItemRow, overdueRow } from './money-view.ts';
import { DebitFilePage, DebitFilesPage } from './pages/debit-pages.tsx';
import { OpenItemsPage } from './pages/open-items-page.tsx';
import { RemindersPage } from './pages/reminders-page.tsx';
import { DEBITS, debitFileHref, OPEN_ITEMS, REMINDERS } from './paths.ts';
import { pageHref, pageNumber } from './read-page.ts';
import { words } from './words.ts';

const access = 'staff:billing';
const FILE = debitFileHref(':number');

export const moneyRoutes: readonly Route[] = [
  { method: 'GET', path: OPEN_ITEMS, access, handle: showOpen },
  { method: 'GET', path: DEBITS, access, handle: (request) => showFiles(request) },
  { method: 'POST', path: DEBITS, access, handle: makeFile },
  { method: 'GET', path: FILE, access, handle: (request) => showFile(request) },
  { method: 'POST', path: FILE, access, confirm: true, handle: takeFile },
  { method: 'GET', path: REMINDERS, access, handle: (request) => showReminders(request) },
  { method: 'POST', path: REMINDERS, access, handle: remind },
];

async function showOpen(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const { formats, language } = frame;
  const typed = cleanText(request.url.searchParams.get('kunde') ?? '').slice(0, 40);
  const at = pageNumber(request);
  // what is no customer number belongs to nobody, and finds nothing
  const customer = parseCustomerNumber(typed) ?? typed;
  const { rows, totals, hasMore } = await showOpenItems(staffCtx(request), { customer, page: at });
  const t = words[language].open;
  return page(
    request,
    <OpenItemsPage
      frame={frame}
      customer={typed}
      summary={
        rows.length === 0
          ? t.nothing
          : t.summary({
              items: totals.items,
              owed: formats.money(totals.owed),
              credit: formats.money(totals.credit),
            })
      }
      rows={rows.map((row) => openItemRow(row, formats))}
      pager={{
        back: at > 1 ? pageHref(request, at - 1) : undefined,
        next: hasMore ? pageHref(request, at + 1) : undefined,
      }}
    />,
  );
}

async function showFiles(request: PageRequest, errors: FormErrors = noErrors): Promise<Response> {
  const frame = frameOf(request);
  const { formats, language } = frame;
  const { due, dueBy, files } = await showDebitFiles(staffCtx(request));
  return page(
    request,
    <DebitFilesPage
      frame={frame}
      lead={words[language].debits.lead({ date: formats.shortDate(dueBy) })}
      due={due.map((row) => dueRow(row, formats))}
      files={files.map((row) => fileRow(row, formats))}
      errors={errors}
    />,
    errors.status,
  );
}

async function makeFile(request: PageRequest): Promise<Response> {
  const fields = singleValues(await formOf(request));
  const result = await refusalOf(() => makeDebitFile(staffCtx(request), fields, request.services));
  if ('done' in result) return redirect(request, `${debitFileHref(result.done.number)}?neu=1`);
  return showFiles(request, say(request, result.refusal, ['invalid', 'nothing-to-debit', 'no-account']));
}

/** What a page can say itself; anything else is said on a page of its own. */
function say(
  request: PageRequest,
  refusal: Refusal,
  own: readonly Refusal['code'][],
  labels: Record<string, string> = {},
): FormErrors {
  if (!own.includes(refusal.code)) throw new Refused(refusal);
  return formErrors(request, refusal, labels);
}

async function showFile(request: PageRequest, reason = '', errors: FormErrors = noErrors): Promise<Response> {
  const frame = frameOf(request);
  const shown = await showDebitFile(staffCtx(request), { number: request.params.number });
  return page(
    request,
    <DebitFilePage
      frame={frame}
      {...debitFileView(shown, frame.formats)}
      isNew={request.url.searchParams.has('neu')}
      reason={reason}
      errors={errors}
    />,
    errors.status,
  );
}

async function takeFile(request: PageRequest): Promise<Response> {
  const reason = fieldValue(await formOf(request), 'reason');
  const ctx = staffCtx(request);
  const { file } = await showDebitFile(ctx, { number: request.params.number });
  const result = await refusalOf(() => takeDebitFile(ctx, { number: file.number, reason }, request.services));
  if ('done' in result) {
    const { name, xml } = result.done;
    return download(request, { name, type: 'application/xml', content: xml });
  }
  const labels = { reason: words[request.ctx.language].debitFile.reason };
  return showFile(request, reason, say(request, result.refusal, ['invalid'], labels));
}

async function showReminders(request: PageRequest, errors: FormErrors = noErrors): Promise<Response> {
  const frame = frameOf(request);
  const rows = await showOverdue(staffCtx(request));
  const written = request.url.searchParams.get('geschrieben') ?? '';
  return page(
    request,
    <RemindersPage
      frame={frame}
      rows={rows.map((row) => overdueRow(row, frame.formats))}
      written={/^M-\d{4}-\d{6,}$/.test(written) ? written : undefined}
      errors={errors}
    />,
    errors.status,
  );
}

async function remind(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  const number = parseCustomerNumber(fieldValue(await formOf(request), 'customer'));
  const customer = number && (await deskTransaction(ctx, (tx) => customerByNumber(tx, number)));
  if (!customer) refuse({ code: 'not-found' });
  const result = await refusalOf(() => writeReminder({ ...ctx, customer }, request.services));
  if ('done' in result) return redirect(request, `${REMINDERS}?geschrieben=${result.done.number}`);
  const own = ['nothing-overdue', 'no-account', 'default-billing-needed', 'busy'] as const;
  return showReminders(request, say(request, result.refusal, own));
}
