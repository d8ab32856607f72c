import {
  type Calendar,
  type CutoffRule,
  commonOffers,
  type DeadlineRule,
  isOffered,
  type Offer,
  type OfferedDay,
  offers,
  orderByOf,
  parseSlotKey,
  slotKey,
  type WeekdayWindow,
} from '../../domain/calendar/index.ts';
import { refuse } from '../../domain/refusal.ts';
import type { PostcodePrefix } from '../../domain/zones/index.ts';
import type { Text } from '../../platform/i18n/index.ts';

/** Something the carrier does on a date in a window: deliver stamps, deliver boxes, pick mail up. */
export interface Service {
  readonly code: string;
  readonly name: Text;
  /** When it is done and until when it is ordered, in a sentence for customers. */
  readonly hours: Text;
  /** Services of one pool share windows and capacity. */
  readonly pool: string;
  readonly orderCutoff: CutoffRule;
  readonly changeRule: DeadlineRule;
  readonly cancelRule: DeadlineRule;
  readonly leadBusinessDays: number;
  readonly horizonDays: number;
  /** Those of the place that the catalogue is about; of a service that goes by zones there are none before. */
  readonly windows: readonly WeekdayWindow[];
  /** Pools and windows by the code of the zone; undefined where every address has the same. */
  readonly inZones: ReadonlyMap<string, ZonePool> | undefined;
  /** Only of a service whose dates come from plans. */
  readonly standing: StandingTerms | undefined;
}

/** Where a service takes its places from in a zone, and when it is there. */
export interface ZonePool {
  readonly pool: string;
  readonly windows: readonly WeekdayWindow[];
}

/** A zone of the tours (Tourgebiet). */
export interface TourZone {
  readonly code: string;
  readonly name: Text;
}

/** Figures of a service whose dates come from plans. */
export interface StandingTerms {
  /** The first date is this many business days after the plan is made, at the earliest. */
  readonly startLeadBusinessDays: number;
  /** So many days ahead dates become orders. */
  readonly madeAheadDays: number;
  /** From so many letters a day on average a stop costs nothing; billing decides. */
  readonly freeFromDailyLetters: number;
}

/** Something that is ordered in pieces and has a price. */
export interface Product {
  readonly code: string;
  readonly serviceCode: string;
  readonly name: Text;
  readonly unit: Text;
  readonly hint: Text | null;
  /** The name of one of our drawings, without `goods-` and its ending. */
  readonly picture?: string | undefined;
  /** Stays the carrier's and comes back. */
  readonly isReturnable?: boolean;
  readonly vatRate: number;
  readonly maxPerOrder: number;
  /** Net, in hundredths of a cent, on the day the catalogue was read for. */
  readonly unitPrice: number;
}

/** What can be booked and when, as one statement read it. */
export interface Catalogue {
  readonly services: ReadonlyMap<string, Service>;
  readonly products: ReadonlyMap<string, Product>;
  readonly calendar: Calendar;
  readonly timeZone: string;
  /** In the order of the carrier. */
  readonly zones: readonly TourZone[];
  /** Those that can matter to the address that the catalogue was read for; all of them otherwise. */
  readonly prefixes: readonly PostcodePrefix[];
  /** Whether tours go by zones at all: services that do offer nothing until the place is known. */
  readonly isZoned: boolean;
  /** Places taken, by pool and slot key. */
  readonly taken: ReadonlyMap<string, number>;
}

/**
 * The days and windows in which all of these services can be booked now: a basket of stamps and boxes is
 * delivered together.
 * @param serviceCodes codes of the catalogue, at least one; a service that it lacks offers nothing
 */
export function offeredDays(
  catalogue: Catalogue,
  serviceCodes: readonly string[],
  now: Temporal.Instant,
): readonly OfferedDay[] {
  return offersOfAll(catalogue, serviceCodes, { now });
}

/** A window that was chosen. */
export interface ChosenOffer extends Offer {
  /** The last instant at which it can be ordered. */
  readonly orderBy: Temporal.Instant;
}

/**
 * The window that was chosen, with its day. Only that day is worked out, not all that could have been chosen.
 * Refuses with `slot-not-offered` (closed, too late, made up) and `slot-full`.
 * @param slot a text that `slotKey` wrote, or anything else
 */
export function chosenOffer(
  catalogue: Catalogue,
  serviceCodes: readonly string[],
  slot: string,
  now: Temporal.Instant,
): ChosenOffer {
  const { date: on } = parseSlotKey(slot) ?? refuse({ code: 'slot-not-offered' });
  const choice = isOffered(offersOfAll(catalogue, serviceCodes, { now, on }), slot);
  if (!choice.ok) return refuse(choice.refusal);
  const { day, window } = choice;
  const cutoffs = serviceCodes.flatMap((code) => catalogue.services.get(code)?.orderCutoff ?? []);
  return { day, window, orderBy: orderByOf(choice, cutoffs, catalogue.calendar, catalogue.timeZone) };
}

interface Asked {
  readonly now: Temporal.Instant;
  readonly on?: Temporal.PlainDate;
}

function offersOfAll(
  catalogue: Catalogue,
  serviceCodes: readonly string[],
  asked: Asked,
): readonly OfferedDay[] {
  const lists = serviceCodes.map((code) => {
    const service = catalogue.services.get(code);
    return service ? offersOf(catalogue, service, asked) : [];
  });
  const [first, ...others] = lists;
  return first ? others.reduce(commonOffers, first) : [];
}

function offersOf(catalogue: Catalogue, service: Service, asked: Asked): readonly OfferedDay[] {
  return offers({
    ...asked,
    service,
    calendar: catalogue.calendar,
    timeZone: catalogue.timeZone,
    booked: (date, starts) => catalogue.taken.get(takenKey(service.pool, slotKey(date, { starts }))) ?? 0,
  });
}

export const takenKey = (pool: string, slot: string) => `${pool} ${slot}`;
