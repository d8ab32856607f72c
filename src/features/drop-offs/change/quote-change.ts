import type { OfferedDay } from '../../../domain/calendar/index.ts';
import { totals } from '../../../domain/money.ts';
import type { CustomerCtx } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { chosenOffer, offeredDays, readMailProducts } from '../../catalogue/index.ts';
import { movedTo, type OrderState, ownSlot, withOwnPlace } from '../../orders/index.ts';
import { type AnnouncedItem, announce } from '../announce.ts';
import { type DropOffKind, serviceOf } from '../kinds.ts';
import { particularsOf } from '../particulars.ts';
import type { Announced, Site } from '../queries.ts';
import { findPlace, placeOf } from '../quote-drop-off.ts';
import type { Announcement } from '../schemas.ts';
import { siteCatalogue } from '../site-catalogue.ts';

/** A drop-off as it is: the newest version of its order, and what that announces. */
export interface PresentDropOff {
  readonly kind: DropOffKind;
  readonly state: OrderState;
  readonly announced: Announced & { readonly manifestCode: string };
}

/** A drop-off as it is and as the change would make it. */
export interface DropOffChange {
  readonly before: OrderState;
  readonly after: OrderState;
  readonly announced: Announced;
  readonly items: readonly AnnouncedItem[];
  /** Places of the window afterwards. */
  readonly capacity: number;
}

/**
 * Works out what the change would mean: the prices of the day on which the mail comes, the deadlines of its new
 * window. The manifest code stays. Writes nothing. Refuses as announcing does.
 */
export async function quoteChange(
  tx: Transaction,
  ctx: CustomerCtx,
  { kind, state, announced: present }: PresentDropOff,
  answers: Announcement,
): Promise<DropOffChange> {
  const serviceCode = serviceOf(kind);
  // a cost centre that was closed since may stay where it is
  const isSameCentre = answers.costCentreId === state.costCentreId;
  const { site, costCentre } = await findPlace(tx, serviceCode, {
    site: answers.site,
    costCentreId: isSameCentre ? undefined : answers.costCentreId,
  });
  const { capacity, ...when } = await whenAfter(tx, ctx, serviceCode, state, site, answers.slot);
  const items = announce(kind, await readMailProducts(tx), when.date ?? state.date, answers);
  const announced = { siteCode: site.code, note: answers.note, containers: answers.containers, items };
  return {
    before: state,
    after: {
      ...state,
      ...when,
      address: placeOf(site),
      reference: answers.reference,
      ...(isSameCentre
        ? {}
        : {
            costCentreId: costCentre?.id,
            costCentreLabel: costCentre ? `${costCentre.code} ${costCentre.name}` : '',
          }),
      particulars: particularsOf(kind, announced, present.manifestCode, ctx.timeZone),
      ...totals(state.lines),
    },
    announced,
    items,
    capacity,
  };
}

async function whenAfter(
  tx: Transaction,
  ctx: CustomerCtx,
  serviceCode: string,
  state: OrderState,
  site: Site,
  slot: string,
): Promise<{ readonly capacity: number } & Partial<OrderState>> {
  // where it is now it has its promise, and nothing is asked of the calendar
  if (site.pool === state.pool && slot === ownSlot(state)) return { capacity: 1 };
  const catalogue = await siteCatalogue(tx, ctx, serviceCode, site);
  const choice = chosenOffer(catalogue, [serviceCode], slot, ctx.now);
  const { date } = choice.day;
  const { window } = choice;
  return {
    capacity: window.capacity,
    // the deadline counts from the window, so another window of the same day has another one
    ...movedTo(state, catalogue, serviceCode, { date, window, sameDate: false, now: ctx.now }),
  };
}

/** The days to choose from at a site, with the place that the drop-off holds there already. */
export async function daysToChoose(
  tx: Transaction,
  ctx: CustomerCtx,
  serviceCode: string,
  site: Site,
  own?: OrderState,
): Promise<readonly OfferedDay[]> {
  const days = offeredDays(await siteCatalogue(tx, ctx, serviceCode, site), [serviceCode], ctx.now);
  if (!own || own.pool !== site.pool) return days;
  const { date, windowStarts: starts, windowEnds: ends, changeUntil = ctx.now } = own;
  return withOwnPlace(days, { date, starts, ends, changeUntil });
}
