import { randomUUID } from 'node:crypto';
import { INQUIRY_TOPICS } from '../../../domain/inquiries.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { type Ctx, type CustomerCtx, transaction } from '../../../platform/context.ts';
import { formatsFor } from '../../../platform/i18n/index.ts';
import type { SelectOption } from '../../../ui/index.ts';
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
import { readServicePromise } from '../hours/queries.ts';
import { hoursView } from '../hours/view.ts';
import { CONTACT, CONTACT_SENT, INQUIRIES, inquiryHref } from '../paths.ts';
import { askCarrier } from './ask-carrier.ts';
import { ASK_FIELDS, AskPage } from './pages/ask-page.tsx';
import { InquiryListPage } from './pages/inquiry-list-page.tsx';
import { InquiryPage } from './pages/inquiry-page.tsx';
import { SentPage } from './pages/sent-page.tsx';
import { orderToName, recentOrders } from './queries.ts';
import { replyToCarrier } from './reply-to-carrier.ts';
import { showInquiries, showInquiry } from './show-inquiries.ts';
import { TRAP } from './trap.ts';
import { inquiryRows, threadView } from './view.ts';
import { words } from './words.ts';

export const inquiryRoutes: readonly Route[] = [
  { method: 'GET', path: CONTACT, access: 'public', handle: (request) => showForm(request) },
  { method: 'POST', path: CONTACT, access: 'public', handle: ask },
  { method: 'GET', path: CONTACT_SENT, access: 'public', handle: showSent },
  { method: 'GET', path: INQUIRIES, access: 'signed-in', handle: showList },
  {
    method: 'GET',
    path: inquiryHref(':number'),
    access: 'signed-in',
    handle: (request) => showThread(request),
  },
  { method: 'POST', path: inquiryHref(':number'), access: 'signed-in', handle: reply },
];

const ORDERS_TO_CHOOSE = 30;

/** Whoever is only in the middle of signing in has proved nothing yet: they ask as a visitor. */
function askerOf({ ctx, stage }: PageRequest): Ctx {
  return stage === 'full' ? ctx : { ...ctx, actor: { kind: 'visitor' }, customer: undefined };
}

const isUser = (ctx: Ctx): ctx is CustomerCtx => ctx.customer !== undefined;

async function showForm(
  request: PageRequest,
  attempt?: { readonly fields: FormFields; readonly refusal: Refusal },
): Promise<Response> {
  const ctx = askerOf(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const value = (name: string) => (attempt ? fieldValue(attempt.fields, name) : '');
  const chosen = value('order') || (request.url.searchParams.get('auftrag') ?? '');
  const { name, email, customerNumber, topic, order, subject, message, phone } = t.ask;
  const labels = { name, email, customerNumber, topic, order, subject, message, phone };
  const errors = attempt ? formErrors(request, attempt.refusal, labels) : noErrors;
  const [hours, orders] = await Promise.all([
    readServicePromise(ctx.db, ctx),
    isUser(ctx) ? orderOptions(ctx, chosen) : undefined,
  ]);
  const typed = Object.fromEntries(ASK_FIELDS.map((field) => [field, value(field)])) as Record<
    (typeof ASK_FIELDS)[number],
    string
  >;
  return page(
    request,
    <AskPage
      frame={frame}
      formKey={value('_key') || randomUUID()}
      typed={{ ...typed, order: chosen, topic: typed.topic || (chosen ? 'order' : '') }}
      errors={errors}
      topics={INQUIRY_TOPICS.map((one) => ({ value: one, label: t.topics[one] }))}
      orders={orders}
      hours={hoursView(hours, ctx.now, frame.formats)}
    />,
    errors.status,
  );
}

async function orderOptions(ctx: CustomerCtx, chosen: string): Promise<SelectOption[]> {
  const { orders, named } = await transaction(ctx, async (tx) => ({
    orders: await recentOrders(tx, ORDERS_TO_CHOOSE),
    named: chosen ? await orderToName(tx, chosen) : undefined,
  }));
  const t = words[ctx.language].ask;
  const formats = formatsFor(ctx.language, ctx.timeZone);
  const all = named && !orders.some(({ number }) => number === named.number) ? [named, ...orders] : orders;
  return all.map(({ number, serviceName, serviceDate }) => ({
    value: number,
    label: t.orderOption({
      number,
      service: serviceName[ctx.language],
      date: formats.date(serviceDate),
    }),
  }));
}

async function ask(request: PageRequest): Promise<Response> {
  const { services, clientAddress } = request;
  const ctx = askerOf(request);
  const fields = await formOf(request);
  // whoever fills this in is no person: they get the same answer, and nothing happens
  if (!isUser(ctx) && fieldValue(fields, TRAP) !== '') return redirect(request, CONTACT_SENT);
  const { _key: key, ...typed } = singleValues(fields);
  const visit = { appKey: services.appKey, clientAddress };
  const result = await refusalOf(() => askCarrier(ctx, visit, { ...typed, key }));
  if (!('done' in result)) return showForm(request, { fields, refusal: result.refusal });
  return redirect(request, isUser(ctx) ? `${inquiryHref(result.done.number)}?ok=asked` : CONTACT_SENT);
}

function showSent(request: PageRequest): Response {
  return page(request, <SentPage frame={frameOf(request)} />);
}

async function showList(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const place = request.url.searchParams.get('older') ?? undefined;
  const { rows, older } = await showInquiries(ctx, place);
  return page(
    request,
    <InquiryListPage
      frame={frame}
      rows={inquiryRows(rows, frame.formats)}
      isAdmin={ctx.grants.isAdmin}
      pager={{ first: place && INQUIRIES, older: older && `${INQUIRIES}?older=${older}` }}
    />,
  );
}

async function showThread(
  request: PageRequest,
  attempt?: { readonly typed: string; readonly refusal: Refusal },
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language].thread;
  const found = await showInquiry(ctx, request.params);
  const errors = attempt ? formErrors(request, attempt.refusal, { message: t.replyLabel }) : noErrors;
  const ok = request.url.searchParams.get('ok');
  return page(
    request,
    <InquiryPage
      frame={frame}
      thread={threadView(found, ctx, frame)}
      typed={attempt?.typed ?? ''}
      errors={errors}
      done={ok === 'asked' || ok === 'replied' ? t.done[ok] : undefined}
    />,
    errors.status,
  );
}

async function reply(request: PageRequest): Promise<Response> {
  const message = fieldValue(await formOf(request), 'message');
  const { number = '' } = request.params;
  const visit = { appKey: request.services.appKey };
  const result = await refusalOf(() => replyToCarrier(customerCtx(request), visit, { number, message }));
  if ('done' in result) return redirect(request, `${inquiryHref(number)}?ok=replied`);
  return showThread(request, { typed: message, refusal: result.refusal });
}
