import { todayOf } from '../../domain/calendar/index.ts';
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts';
import { deskTransaction, requireStaff } from '../../platform/context.ts';
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
import { isCalendarDate } from './calendar-date.ts';
import { changeCatalogue } from './changes/change-catalogue.ts';
import { previewChange } from './changes/preview-change.ts';
import { changesOf, plannedChanges } from './changes/queries.ts';
import { markOf, subjectOf } from './changes/read-change.ts';
import { withdrawChange } from './changes/withdraw-change.ts';
import { courierView } from './courier-overview.ts';
import { typedValue } from './fields.ts';
import { CheckChangePage } from './pages/check-change-page.tsx';
import { OverviewPage } from './pages/overview-page.tsx';
import { RoundPage } from './pages/round-page.tsx';
import { SubjectPage } from './pages/subject-page.tsx';
import { CATALOGUE, roundHref, subjectHref } from './paths.ts';
import { comingExceptions, pricedThings, servicesAtDesk, sitesAtDesk } from './queries.ts';
import { roundAtDesk, roundsAtDesk, toursAtDesk, windowsOfRound, zonesAtDesk } from './round-queries.ts';
import { SIBLINGS } from './subjects/index.ts';
import { changeView, differenceRows, pricedView, roundView, windowView, zoneView } from './view.ts';
import { readWindowCode } from './window-code.ts';
import { words } from './words.ts';

const ONE = subjectHref(':subject', ':code{[\\w-]+}');

export const deskCatalogueRoutes: readonly Route[] = [
  { method: 'GET', path: CATALOGUE, access: 'staff:catalogue', handle: showOverview },
  { method: 'GET', path: `${CATALOGUE}/tag`, access: 'staff:catalogue', handle: goToDay },
  { method: 'GET', path: `${CATALOGUE}/zeitfenster`, access: 'staff:catalogue', handle: goToWindow },
  {
    method: 'GET',
    path: `${CATALOGUE}/gebiet`,
    access: 'staff:catalogue',
    handle: (request) => goToNew(request, 'kuerzel', 'tourgebiete'),
  },
  {
    method: 'GET',
    path: `${CATALOGUE}/fahrtour`,
    access: 'staff:catalogue',
    handle: (request) => goToNew(request, 'tour', 'fahrtouren'),
  },
  { method: 'GET', path: roundHref(':pool{[\\w-]+}'), access: 'staff:catalogue', handle: showRound },
  {
    method: 'POST',
    path: `${CATALOGUE}/aenderungen/:id/zuruecknehmen`,
    access: 'staff:catalogue',
    handle: withdraw,
  },
  {
    method: 'GET',
    path: ONE,
    access: 'staff:catalogue',
    handle: (request) => showSubject(request, typedBefore(request)),
  },
  { method: 'GET', path: `${ONE}/pruefen`, access: 'staff:catalogue', handle: showCheck },
  { method: 'POST', path: ONE, access: 'staff:catalogue', handle: submit },
];

/** As many as somebody reads; the audit log has the rest. */
const MOST_CHANGES = 50;
const DONE = 'getan';

async function showOverview(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  const today = todayOf(ctx);
  requireStaff(ctx, 'catalogue');
  const found = await deskTransaction(ctx, async (tx) => ({
    goods: await pricedThings(tx, 'product', today),
    mail: await pricedThings(tx, 'mail_product', today),
    services: await servicesAtDesk(tx),
    zones: await zonesAtDesk(tx),
    tours: await toursAtDesk(tx),
    rounds: await roundsAtDesk(tx),
    sites: await sitesAtDesk(tx),
    days: await comingExceptions(tx, today, MOST_CHANGES),
    couriers: await courierView(tx, today, frame),
    planned: await plannedChanges(tx, MOST_CHANGES),
  }));
  const { language, formats } = frame;
  return page(
    request,
    <OverviewPage
      frame={frame}
      goods={found.goods.map((row) => pricedView(row, frame))}
      mail={found.mail.map((row) => pricedView(row, frame))}
      services={found.services.map(({ code, name, hours }) => ({
        code,
        name: name[language],
        hours: hours[language],
      }))}
      zones={found.zones.map((row) => zoneView(row, frame))}
      tours={found.tours}
      rounds={found.rounds.map((row) => roundView(row, frame))}
      sites={found.sites}
      days={found.days.map(({ date, kind, name }) => ({
        code: `${date}`,
        date: formats.date(date),
        kind: words[language][kind],
        name: name[language],
      }))}
      couriers={found.couriers}
      planned={found.planned.map((row) => changeView(row, frame))}
      today={`${today}`}
    />,
  );
}

/** The small form of the overview, which works without JavaScript. */
function goToDay(request: PageRequest): Response {
  const day = request.url.searchParams.get('tag') ?? '';
  return redirect(request, isCalendarDate(day) ? subjectHref('kalender', day) : CATALOGUE);
}

/** Coming back from the check page the address carries what was typed. */
function typedBefore(request: PageRequest): FormFields | undefined {
  const fields = fieldsOf(request.url.searchParams);
  return subjectOf(request.params.subject ?? '').fields.some(({ name }) => fields.has(name))
    ? fields
    : undefined;
}

/** The same for a window that there is not yet. */
function goToWindow(request: PageRequest): Response {
  const { pool = '', weekday = '', starts = '' } = singleValues(fieldsOf(request.url.searchParams));
  const code = `${pool}_${weekday}_${starts.trim().padStart(5, '0').replace(':', '')}`;
  return redirect(request, readWindowCode(code) ? subjectHref('fenster', code) : CATALOGUE);
}

/** And for a zone or a tour that there is not yet. */
function goToNew(request: PageRequest, field: string, subject: string): Response {
  const code = (request.url.searchParams.get(field) ?? '').trim().toUpperCase();
  return redirect(request, /^[A-Z0-9_]{1,20}$/.test(code) ? subjectHref(subject, code) : CATALOGUE);
}

async function showRound(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  requireStaff(ctx, 'catalogue');
  const pool = request.params.pool ?? '';
  const { round, windows } = await deskTransaction(ctx, async (tx) => ({
    round: (await roundAtDesk(tx, pool)) ?? refuse({ code: 'not-found' }),
    windows: await windowsOfRound(tx, pool),
  }));
  return page(
    request,
    <RoundPage
      frame={frame}
      round={roundView(round, frame)}
      windows={windows.map((row) => windowView(pool, row, frame))}
      weekdays={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: `${day}`, label: frame.formats.weekday(day) }))}
    />,
  );
}

async function showSubject(request: PageRequest, typed?: FormFields, refusal?: Refusal): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  const { language } = frame;
  const subject = subjectOf(request.params.subject ?? '');
  const code = request.params.code ?? '';
  const today = todayOf(ctx);
  const { found, changes } = await deskTransaction(ctx, async (tx) => ({
    found: await subject.find(tx, code, today),
    changes: await changesOf(tx, subject.key, code, MOST_CHANGES),
  }));
  if (!found) refuse({ code: 'not-found' });
  const t = words[language];
  const labels = {
    ...Object.fromEntries(subject.fields.map(({ name, label }) => [name, label[language]])),
    from: t.from,
  };
  const errors = refusal ? formErrors(request, refusal, labels) : noErrors;
  const valueIn = (name: string, usual: string) => (typed ? fieldValue(typed, name) : usual);
  return page(
    request,
    <SubjectPage
      frame={frame}
      subject={subject}
      code={code}
      name={subject.isDay ? frame.formats.longDate(Temporal.PlainDate.from(code)) : found.name[language]}
      valueOf={(field) => valueIn(field.name, typedValue(field, found.values[field.name], language))}
      from={valueIn('from', `${today}`)}
      errors={errors}
      changes={changes.map((row) => changeView(row, frame))}
      siblings={(SIBLINGS.find((group) => group.includes(subject)) ?? []).filter((one) => one !== subject)}
      done={doneOf(request)}
    />,
    errors.status,
  );
}

function doneOf(request: PageRequest): 'saved' | 'withdrawn' | undefined {
  const said = request.url.searchParams.get(DONE);
  return said === 'saved' || said === 'withdrawn' ? said : undefined;
}

const inputOf = (request: PageRequest, fields: FormFields) => ({
  ...singleValues(fields),
  subject: request.params.subject ?? '',
  code: request.params.code ?? '',
});

async function showCheck(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const fields = fieldsOf(request.url.searchParams);
  const checked = await refusalOf(() => previewChange(staffCtx(request), inputOf(request, fields)));
  if ('refusal' in checked) return again(request, fields, checked.refusal);
  const { subject, code, from, found, values, affected } = checked.done;
  const carried = [...subject.fields.map(({ name }) => name), ...(subject.isDay ? [] : ['from'])].map(
    (name): [string, string] => [name, fieldValue(fields, name)],
  );
  return page(
    request,
    <CheckChangePage
      frame={frame}
      subject={subject}
      name={subject.isDay ? code : found.name[frame.language]}
      from={frame.formats.longDate(from)}
      rows={differenceRows(subject, found.values, values, frame)}
      affected={affected}
      carried={[...carried, ['seen', markOf(found.values)]]}
      action={subjectHref(subject.key, code)}
      editHref={`${subjectHref(subject.key, code)}?${new URLSearchParams(carried)}`}
    />,
  );
}

async function submit(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const changed = await refusalOf(() => changeCatalogue(staffCtx(request), inputOf(request, fields)));
  if ('refusal' in changed) return again(request, fields, changed.refusal);
  const { subject, code } = changed.done;
  return redirect(request, `${subjectHref(subject.key, code)}?${DONE}=saved`);
}

/** What can be mended on the form is said there. */
function again(request: PageRequest, fields: FormFields, refusal: Refusal): Promise<Response> {
  if (refusal.code !== 'invalid' && refusal.code !== 'stale') throw new Refused(refusal);
  return showSubject(request, fields, refusal);
}

async function withdraw(request: PageRequest): Promise<Response> {
  const { id = '' } = request.params;
  if (!/^[1-9]\d{0,14}$/.test(id)) refuse({ code: 'not-found' });
  const { subject, code } = await withdrawChange(staffCtx(request), { id: Number(id) });
  return redirect(request, `${subjectHref(subject, code)}?${DONE}=withdrawn`);
}
