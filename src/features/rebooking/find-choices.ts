import type { OfferedDay } from '../../domain/calendar/index.ts';
import { slotKey, todayOf } from '../../domain/calendar/index.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import { catalogueAt, offeredDays, readCatalogue } from '../catalogue/index.ts';
import { type Choice, choicesFor } from './choices.ts';

/** A choice with the form that it leads to, filled in; without one it is not to be had any more. */
export interface FoundChoice {
  readonly choice: Choice;
  readonly href: string | undefined;
  /** The window that the form begins with; undefined for a drop-off, whose site comes first. */
  readonly window:
    | {
        readonly date: Temporal.PlainDate;
        readonly starts: Temporal.PlainTime;
        readonly ends: Temporal.PlainTime;
      }
    | undefined;
}

const [EXTRA, EXPRESS, DROP_OFF] = ['PICKUP_EXTRA', 'PICKUP_EXPRESS', 'DROPOFF'];
const [EXTRA_FORM, EXPRESS_FORM] = ['/abholungen/neu', '/abholungen/express'];
const DROP_OFF_FORM = '/einlieferungen/neu';

/**
 * Looks up what can be had now instead of a service that did not happen: the first free window today, the first on a
 * later day, a drop-off.
 * @param again the form of an order like that one, filled in but for the date
 * @param postcode where it was to happen: what is free there counts
 */
export async function findChoices(
  ctx: CustomerCtx,
  serviceCode: string,
  again: string,
  postcode: string,
): Promise<readonly FoundChoice[]> {
  const isPickup = serviceCode.startsWith('PICKUP');
  const laterService = isPickup ? EXTRA : serviceCode;
  const todayService = isPickup ? EXPRESS : serviceCode;
  const serviceCodes = [...new Set([laterService, todayService, ...(isPickup ? [DROP_OFF] : [])])].filter(
    (code) => code !== undefined,
  );
  const catalogue = catalogueAt(await readCatalogue(ctx.db, { ...ctx, serviceCodes }), postcode);
  const today = todayOf(ctx);
  const daysOf = (code: string | undefined) => (code ? offeredDays(catalogue, [code], ctx.now) : []);
  const soon = firstWindow(daysOf(todayService), (date) => date.equals(today));
  const later = firstWindow(daysOf(laterService), (date) => Temporal.PlainDate.compare(date, today) > 0);
  const formAt = (path: string) => (isPickup ? again.replace(/^[^?]*/, path) : again);
  const found: Readonly<Record<Choice, Omit<FoundChoice, 'choice'>>> = {
    heute: { window: soon, href: soon && withSlot(formAt(EXPRESS_FORM), soon) },
    morgen: { window: later, href: later && withSlot(formAt(EXTRA_FORM), later) },
    einlieferung: {
      window: undefined,
      href: catalogue.services.has(DROP_OFF ?? '') ? DROP_OFF_FORM : undefined,
    },
  };
  return choicesFor(serviceCode).map((choice) => ({ choice, ...found[choice] }));
}

function firstWindow(days: readonly OfferedDay[], isWanted: (date: Temporal.PlainDate) => boolean) {
  for (const { date, windows } of days.filter((day) => isWanted(day.date))) {
    const free = windows.find((window) => window.free > 0);
    if (free) return { date, starts: free.starts, ends: free.ends };
  }
  return undefined;
}

function withSlot(form: string, { date, starts }: NonNullable<FoundChoice['window']>): string {
  const mark = form.indexOf('?');
  const answers = new URLSearchParams(mark < 0 ? '' : form.slice(mark));
  answers.set('slot', slotKey(date, { starts }));
  return `${mark < 0 ? form : form.slice(0, mark)}?${answers}`;
}
