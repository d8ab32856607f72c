import { type Refusal, Refused, refuse } from '../../domain/refusal.ts';
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
  staffCtx,
} from '../../web/index.ts';
import { readNumber } from '../orders/index.ts';
import { inFormTerms, labelsOf } from './form-terms.ts';
import { type ServiceForm, ServicePage } from './pages/service-page.tsx';
import { drivenTours, findDayRow } from './queries.ts';
import { stepInput } from './step-form.ts';
import { takeRideStep, undoRideStep } from './take-ride-step.ts';
import { takeStep } from './take-step.ts';
import {
  dayHref,
  drivenOptions,
  reasonOptions,
  rideStepHref,
  rideUndoHref,
  serviceHref,
  serviceRows,
  TODAY,
} from './view.ts';

const ONE = `${TODAY}/:number`;
const access = 'staff:dispatch';

export const serviceRoutes: readonly Route[] = [
  { method: 'GET', path: ONE, access, handle: (request) => showOne(request) },
  { method: 'POST', path: ONE, access, handle: step },
  { method: 'POST', path: rideStepHref(':number'), access, handle: rideStep },
  { method: 'POST', path: rideUndoHref(':number'), access, handle: rideUndo },
];

async function showOne(
  request: PageRequest,
  after?: { fields: FormFields; refusal: Refusal },
): Promise<Response> {
  const ctx = staffCtx(request);
  requireStaff(ctx, 'dispatch');
  const frame = frameOf(request);
  const number = readNumber(request.params);
  const { found, tours } = await deskTransaction(ctx, async (tx) => ({
    found: await findDayRow(tx, number),
    tours: await drivenTours(tx),
  }));
  const row = found ?? refuse({ code: 'not-found' });
  const [view] = serviceRows([row], frame, ctx);
  if (!view) return refuse({ code: 'not-found' });
  const errors = after ? formErrors(request, inFormTerms(after.refusal), labelsOf(request)) : noErrors;
  const value = (name: string, fallback = '') => (after ? fieldValue(after.fields, name) : fallback);
  const form: ServiceForm = {
    fahrtour: value('fahrtour', row.tour),
    fahrer: value('fahrer', row.driver),
    grund: value('grund'),
    anmerkung: value('anmerkung'),
    empfaenger: value('empfaenger'),
    uhrzeit: value('uhrzeit'),
    stueck: value('stueck'),
    gebracht: value('gebracht'),
    mitgenommen: value('mitgenommen'),
  };
  return page(
    request,
    <ServicePage
      frame={frame}
      row={view}
      dayHref={dayHref({ tag: row.serviceDate.toString() })}
      drivenTours={drivenOptions(tours, frame)}
      reasons={reasonOptions(frame)}
      form={form}
      errors={errors}
    />,
    errors.status,
  );
}

async function step(request: PageRequest): Promise<Response> {
  const number = readNumber(request.params);
  const fields = await formOf(request);
  const input = stepInput(fields);
  const result = await refusalOf(async () => {
    const { refused } = await takeStep(staffCtx(request), input);
    for (const { refusal } of refused) throw new Refused(refusal);
  });
  if ('done' in result) return redirect(request, serviceHref(number));
  return showOne(request, { fields, refusal: result.refusal });
}

/** The next step of a courier ride. */
async function rideStep(request: PageRequest): Promise<Response> {
  const number = readNumber(request.params);
  const fields = await formOf(request);
  const result = await refusalOf(() =>
    takeRideStep(staffCtx(request), {
      number,
      step: fieldValue(fields, 'schritt'),
      rider: fieldValue(fields, 'fahrer'),
      version: fieldValue(fields, 'fassung'),
      time: fieldValue(fields, 'uhrzeit'),
      receivedBy: fieldValue(fields, 'empfaenger'),
    }),
  );
  if ('done' in result) return redirect(request, serviceHref(number));
  if (result.refusal.code === 'not-found') refuse(result.refusal);
  return showOne(request, { fields, refusal: result.refusal });
}

/** The last step of a courier ride was a slip. */
async function rideUndo(request: PageRequest): Promise<Response> {
  const number = readNumber(request.params);
  const fields = await formOf(request);
  const step = fieldValue(fields, 'schritt');
  const result = await refusalOf(() => undoRideStep(staffCtx(request), { number, step }));
  if ('done' in result) return redirect(request, serviceHref(number));
  if (result.refusal.code === 'not-found') refuse(result.refusal);
  return showOne(request, { fields, refusal: result.refusal });
}
