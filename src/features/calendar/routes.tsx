import {
  customerCtx,
  downloadTable,
  fieldsOf,
  frameOf,
  type PageRequest,
  page,
  type Route,
  singleValues,
  TABLE_FORMATS,
  type TableFormat,
} from '../../web/index.ts';
import { statusView } from '../orders/index.ts';
import { feedRoutes } from './feed/routes.tsx';
import { CalendarPage } from './pages/calendar-page.tsx';
import { CalendarQuery } from './schemas.ts';
import { calendarRows, showCalendar } from './show-calendar.ts';
import { CALENDAR, calendarView, whereOf } from './view.ts';
import { words } from './words.ts';

export const calendarRoutes: readonly Route[] = [
  { method: 'GET', path: CALENDAR, access: 'signed-in', handle: show },
  ...TABLE_FORMATS.map(
    (format): Route => ({
      method: 'GET',
      path: `${CALENDAR}/export.${format}`,
      access: 'signed-in',
      handle: (request) => save(request, format),
    }),
  ),
  ...feedRoutes,
];

const inputOf = (request: PageRequest) =>
  CalendarQuery.parse(singleValues(fieldsOf(request.url.searchParams)));

async function show(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const input = inputOf(request);
  const shown = await showCalendar(customerCtx(request), input);
  return page(request, <CalendarPage frame={frame} calendar={calendarView(shown, input, frame.formats)} />);
}

/** Everything booked in the period, as a file. */
function save(request: PageRequest, format: TableFormat): Promise<Response> {
  const ctx = customerCtx(request);
  const { language } = ctx;
  const t = words[language];
  const time = (at: Temporal.PlainTime) => at.toString({ smallestUnit: 'minute' });
  return downloadTable(request, format, {
    name: `${t.fileName}-${ctx.customer.number}`,
    header: [t.date, t.starts, t.ends, t.service, t.number, t.status, t.where, t.reference],
    rows: calendarRows(ctx, inputOf(request), (order) => [
      order.date,
      time(order.starts),
      time(order.ends),
      order.serviceName[language],
      order.number,
      statusView(order.status, language).text,
      whereOf(order),
      order.reference,
    ]),
  });
}
