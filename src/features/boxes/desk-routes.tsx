import { randomUUID } from 'node:crypto';
import { todayOf } from '../../domain/calendar/index.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
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
import { boxesOfFirm } from './for-firm.ts';
import { DeskBoxesPage, type FIELDS } from './pages/desk-boxes-page.tsx';
import { FindFirmPage } from './pages/find-firm-page.tsx';
import { DESK_BOXES, deskBoxesHref } from './paths.ts';
import { boxBalances, boxChoices, latestMovements } from './queries.ts';
import { recordBoxMovement } from './record-box-movement.ts';
import { words } from './words.ts';

const access = 'staff:dispatch';

export const deskBoxRoutes: readonly Route[] = [
  { method: 'GET', path: DESK_BOXES, access, handle: show },
  { method: 'POST', path: DESK_BOXES, access, handle: record },
];

const LATEST = 50;

async function show(request: PageRequest): Promise<Response> {
  const typed = request.url.searchParams.get('kunde')?.slice(0, 40) ?? '';
  const forIt = await boxesOfFirm(staffCtx(request), typed);
  if (forIt) return showFirm(request, forIt);
  return page(
    request,
    <FindFirmPage frame={frameOf(request)} typed={typed} />,
    typed.trim() === '' ? 200 : 404,
  );
}

async function showFirm(
  request: PageRequest,
  forIt: CustomerCtx,
  after?: { readonly fields: FormFields; readonly refusal: Refusal },
): Promise<Response> {
  const frame = frameOf(request);
  const t = words[frame.language];
  const found = await transaction(forIt, async (tx) => ({
    balances: await boxBalances(tx),
    movements: await latestMovements(tx, LATEST),
    ...(await boxChoices(tx)),
  }));
  const labels = {
    addressId: t.address,
    productCode: t.product,
    delivered: t.desk.delivered,
    returned: t.desk.returned,
    movedOn: t.date,
    note: t.note,
  };
  const errors = after ? formErrors(request, after.refusal, labels) : noErrors;
  const today = todayOf(forIt).toString();
  const usual: Partial<Record<(typeof FIELDS)[number], string>> = { movedOn: today };
  const value = (name: (typeof FIELDS)[number]) =>
    after ? fieldValue(after.fields, name) : (usual[name] ?? '');
  return page(
    request,
    <DeskBoxesPage
      frame={frame}
      customer={forIt.customer}
      balances={found.balances}
      movements={found.movements}
      addresses={found.addresses.map(({ id, label, street, city }) => ({
        value: `${id}`,
        label: `${label}, ${street}, ${city}`,
      }))}
      products={found.products.map(({ code, name }) => ({ value: code, label: name[frame.language] }))}
      value={value}
      today={today}
      entryKey={(after && fieldValue(after.fields, '_key')) || randomUUID()}
      errors={errors}
      isSaved={!after && request.url.searchParams.has('erfasst')}
    />,
    errors.status,
  );
}

async function record(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const forIt =
    (await boxesOfFirm(staffCtx(request), fieldValue(fields, 'kunde'))) ?? refuse({ code: 'not-found' });
  const input = { ...singleValues(fields), key: fieldValue(fields, '_key') || undefined };
  const result = await refusalOf(() => recordBoxMovement(forIt, input));
  if ('done' in result) return redirect(request, `${deskBoxesHref(forIt.customer.number)}&erfasst=1`);
  return showFirm(request, forIt, { fields, refusal: result.refusal });
}
