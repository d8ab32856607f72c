import { z } from 'zod';
import { ORDER_STATUSES, type OrderStatus } from '../../domain/orders/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { transaction } from '../../platform/context.ts';
import {
  apiRoute,
  bilingual,
  closedObject,
  code,
  date,
  dateInput,
  instant,
  wallTime,
  writeTime,
} from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { bookedBetween } from './queries.ts';
import { whereOf } from './view.ts';

/** A quarter of a year at a time. */
const MOST_DAYS = 92;
const MOST_EVENTS = 5000;

const CalendarEvent = z
  .object({
    number: z.string(),
    version: z.int(),
    status: z.enum(ORDER_STATUSES as [OrderStatus, ...OrderStatus[]]),
    service: code,
    serviceName: bilingual,
    date,
    starts: wallTime,
    ends: wallTime,
    startsAt: instant,
    endsAt: instant,
    where: z.string(),
    reference: z.string(),
  })
  .meta({ id: 'CalendarEvent' });

export const calendarApi: readonly Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/calendar',
    access: 'signed-in',
    api: {
      summary: { de: 'Alles, was gebucht ist, nach Datum', en: 'Everything that is booked, by date' },
      description: {
        de: 'Vom ersten bis zum letzten Tag, beide eingeschlossen, höchstens 92 Tage; auch stornierte Aufträge.',
        en: 'From the first to the last day, both included, at most 92 days; cancelled orders, too.',
      },
      query: closedObject({ from: dateInput, to: dateInput }),
      output: z.object({ events: z.array(CalendarEvent) }),
    },
    async handle(request, { query: { from, to } }) {
      const ctx = customerCtx(request);
      const days = from.until(to, { largestUnit: 'day' }).days + 1;
      if (days < 1) refuse({ code: 'invalid', fields: [{ field: 'to', problem: 'before-start' }] });
      if (days > MOST_DAYS) {
        refuse({ code: 'invalid', fields: [{ field: 'to', problem: 'too-large', limit: MOST_DAYS }] });
      }
      const midnight = (day: Temporal.PlainDate) =>
        day.toZonedDateTime({ timeZone: ctx.timeZone }).toInstant();
      const orders = await transaction(ctx, (tx) =>
        bookedBetween(tx, { from: midnight(from), to: midnight(to.add({ days: 1 })), limit: MOST_EVENTS }),
      );
      return {
        events: orders.map((order) => ({
          number: order.number,
          version: order.version,
          status: order.status,
          service: order.serviceCode,
          serviceName: order.serviceName,
          date: order.date.toString(),
          starts: writeTime(order.starts),
          ends: writeTime(order.ends),
          startsAt: order.startsAt.toString(),
          endsAt: order.endsAt.toString(),
          where: whereOf(order),
          reference: order.reference,
        })),
      };
    },
  }),
];
