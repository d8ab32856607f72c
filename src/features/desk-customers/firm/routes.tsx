import type { Refusal } from '../../../domain/refusal.ts';
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
  sessionIdOf,
  singleValues,
  staffCtx,
  writeViewCookie,
} from '../../../web/index.ts';
import { beginView } from '../../customer-views/index.ts';
import { changeBuyer } from '../../master-data/index.ts';
import type { ActivationCode } from '../../registration/index.ts';
import { issueActivationCode } from '../../registration/index.ts';
import { proposeMainContact } from '../../users/index.ts';
import { forFirm } from '../for-firm.ts';
import { firmDocumentsHref, firmHistoryHref, firmHref, firmOrdersHref } from '../paths.ts';
import { words } from '../words.ts';
import { FirmListPage } from './firm-list-page.tsx';
import { FirmPage } from './firm-page.tsx';
import { DocumentTable, OrderTable } from './firm-tables.tsx';
import { HistoryPage } from './history-page.tsx';
import { historyEntries } from './history-view.ts';
import { noteCustomer } from './note-customer.ts';
import { pagerLinks } from './pager-links.ts';
import { showFirm, showFirmDocuments, showFirmHistory, showFirmOrders } from './show-firm.ts';

const care = 'staff:care';
const firm = firmHref(':number');

export const firmRoutes: readonly Route[] = [
  { method: 'GET', path: firm, access: care, handle: (request) => show(request) },
  { method: 'GET', path: firmHistoryHref(':number'), access: care, handle: showHistory },
  { method: 'GET', path: firmOrdersHref(':number'), access: care, handle: showOrders },
  { method: 'GET', path: firmDocumentsHref(':number'), access: care, handle: showDocuments },
  { method: 'POST', path: `${firm}/notiz`, access: care, handle: note },
  { method: 'POST', path: `${firm}/rechnungsangaben`, access: care, handle: change },
  { method: 'POST', path: `${firm}/code`, access: care, handle: issueCode },
  { method: 'POST', path: `${firm}/ansicht`, access: care, handle: see },
  { method: 'POST', path: `${firm}/hauptkontakt`, access: care, handle: propose },
];

const numberOf = ({ params }: PageRequest) => params.number ?? '';

async function show(
  request: PageRequest,
  shown: { fields?: FormFields; refusal?: Refusal; code?: ActivationCode } = {},
): Promise<Response> {
  const frame = frameOf(request);
  const t = words[frame.language].firm;
  const { fields, refusal, code } = shown;
  const labels = {
    ...t.buyerFields,
    note: t.note,
    email: t.leaverEmail,
    reason: t.leaverReason,
    viewReason: t.seeReason,
  };
  const errors = refusal ? formErrors(request, refusal, labels) : noErrors;
  const value = (name: string) => (fields ? fieldValue(fields, name) : '');
  const ok = request.url.searchParams.get('ok');
  const shownFirm = await showFirm(staffCtx(request), numberOf(request));
  const { values: settings, version } = shownFirm.settings;
  const isBuyer = fields?.has('vatId') ?? false;
  return page(
    request,
    <FirmPage
      frame={frame}
      firm={shownFirm}
      typed={{
        note: value('note'),
        email: value('email'),
        reason: value('reason'),
        viewReason: value('viewReason'),
        // what was typed is mended on the version that it was typed for
        vatId: isBuyer ? value('vatId') : settings.vatId,
        country: isBuyer ? value('country') : settings.country,
        version: isBuyer && refusal?.code !== 'stale' ? value('version') : `${version}`,
      }}
      errors={errors}
      done={ok === 'note' || ok === 'proposed' || ok === 'buyer' ? t.done[ok] : undefined}
      code={code && { code: code.code, until: frame.formats.dateTime(code.expiresAt) }}
    />,
    errors.status,
  );
}

/** Where the page before ended. */
const afterOf = ({ url }: PageRequest) => url.searchParams.get('nach') ?? '';

async function showHistory(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const from = afterOf(request);
  const { customer, rows, after } = await showFirmHistory(staffCtx(request), numberOf(request), from);
  return page(
    request,
    <HistoryPage
      frame={frame}
      customer={customer}
      entries={historyEntries(rows, frame)}
      pager={pagerLinks(firmHistoryHref(customer.number), from === '', after)}
    />,
  );
}

async function showOrders(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const t = words[frame.language].firm;
  const from = afterOf(request);
  const { customer, rows, after } = await showFirmOrders(staffCtx(request), numberOf(request), from);
  return page(
    request,
    <FirmListPage
      frame={frame}
      title={t.orderList}
      customer={customer}
      pager={pagerLinks(firmOrdersHref(customer.number), from === '', after)}
    >
      {rows.length > 0 ? (
        <OrderTable frame={frame} caption={t.orderList} orders={rows} />
      ) : (
        <p>{t.noOrders}</p>
      )}
    </FirmListPage>,
  );
}

async function showDocuments(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const t = words[frame.language].firm;
  const from = afterOf(request);
  const { customer, rows, after } = await showFirmDocuments(staffCtx(request), numberOf(request), from);
  return page(
    request,
    <FirmListPage
      frame={frame}
      title={t.documentList}
      customer={customer}
      pager={pagerLinks(firmDocumentsHref(customer.number), from === '', after)}
    >
      {rows.length > 0 ? (
        <DocumentTable frame={frame} caption={t.documentList} documents={rows} />
      ) : (
        <p>{t.noDocuments}</p>
      )}
    </FirmListPage>,
  );
}

async function note(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const result = await refusalOf(() =>
    noteCustomer(staffCtx(request), numberOf(request), singleValues(fields)),
  );
  if ('done' in result) return redirect(request, `${firmHref(numberOf(request))}?ok=note`);
  return show(request, { fields, refusal: result.refusal });
}

async function change(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const result = await refusalOf(async () =>
    changeBuyer(await forFirm(staffCtx(request), numberOf(request)), singleValues(fields)),
  );
  if ('done' in result) return redirect(request, `${firmHref(numberOf(request))}?ok=buyer`);
  return show(request, { fields, refusal: result.refusal });
}

/** The code stands on the answer itself: it is kept nowhere that could show it again. */
async function issueCode(request: PageRequest): Promise<Response> {
  const result = await refusalOf(async () =>
    issueActivationCode(await forFirm(staffCtx(request), numberOf(request))),
  );
  return show(request, 'done' in result ? { code: result.done } : { refusal: result.refusal });
}

async function see(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const reason = fieldValue(fields, 'viewReason');
  const result = await refusalOf(async () =>
    beginView(await forFirm(staffCtx(request), numberOf(request)), sessionIdOf(request), { reason }),
  );
  if ('done' in result) {
    request.answerHeaders.append('set-cookie', writeViewCookie(result.done.token, request.isHttps));
    return redirect(request, '/');
  }
  return show(request, { fields, refusal: renamed(result.refusal) });
}

/** The form has a reason of its own for each of two things; the field of this one is called otherwise. */
function renamed(refusal: Refusal): Refusal {
  if (refusal.code !== 'invalid') return refusal;
  return { ...refusal, fields: refusal.fields.map((one) => ({ ...one, field: 'viewReason' })) };
}

async function propose(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const result = await refusalOf(async () =>
    proposeMainContact(await forFirm(staffCtx(request), numberOf(request)), singleValues(fields)),
  );
  if ('done' in result) return redirect(request, `${firmHref(numberOf(request))}?ok=proposed`);
  return show(request, { fields, refusal: result.refusal });
}
