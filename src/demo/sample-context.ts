import type { Calendar } from '../domain/calendar/index.ts';
import { todayOf } from '../domain/calendar/index.ts';
import { knownRights } from '../domain/rights.ts';
import type { Ctx, CustomerCtx } from '../platform/context.ts';
import type { SampleFirm } from './queries.ts';

/** A day so many business days from the day of loading: negative ones lie behind. */
export function sampleDay(ctx: Ctx, calendar: Calendar, businessDays: number): Temporal.PlainDate {
  const today = todayOf(ctx);
  return businessDays < 0
    ? calendar.previousBusinessDay(today, -businessDays)
    : calendar.nextBusinessDay(today, businessDays);
}

/** The instant of a wall time on such a day. */
export const sampleInstant = (ctx: Ctx, day: Temporal.PlainDate, plainTime: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: ctx.timeZone, plainTime }).toInstant();

/** The carrier's context for a sample firm. */
export const asCarrier = (
  ctx: Ctx,
  firm: SampleFirm,
  number: string,
  now: Temporal.Instant,
): CustomerCtx => ({
  ...ctx,
  now,
  customer: { id: firm.id, number, name: firm.name },
});

/** The context of one of the people of a sample firm, by their e-mail. */
export function asSamplePerson(
  ctx: Ctx,
  firm: SampleFirm,
  number: string,
  who: { readonly email: string; readonly now: Temporal.Instant },
): CustomerCtx {
  const person = firm.people.find(({ email }) => email === who.email);
  if (!person) throw new Error(`${who.email} does not act for ${number}`);
  return {
    ...asCarrier(ctx, firm, number, who.now),
    actor: { kind: 'person', personId: person.id, name: person.name, email: person.email },
    grants: { isAdmin: person.isAdmin, rights: knownRights(person.rights) },
    language: person.language,
  };
}
