import { todayOf } from '../../domain/calendar/index.ts';
import {
  chooseVehicle,
  type Distance,
  distanceOf,
  type RideWish as Priced,
  rideParts,
} from '../../domain/courier/index.ts';
import { totals } from '../../domain/money.ts';
import { type FieldProblem, refuse } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { type Address, openCostCentres } from '../customers/index.ts';
import { promised, type Quote } from '../orders/index.ts';
import { particularsOf } from './particulars.ts';
import { courierAddresses, resolvePlace, withKept } from './places.ts';
import { type CourierTerms, type NewRide, type RideStop, readCourierTerms, type Vehicle } from './queries.ts';
import { linesOf } from './ride-lines.ts';
import type { RideWish } from './schemas.ts';
import { COURIER_SERVICE, type OwnTime, timeOf } from './when.ts';

/** Everything that booking a ride would promise. */
export interface RideQuote {
  readonly vehicle: Vehicle;
  readonly ride: NewRide;
  /** The order around it, with the price in its lines. */
  readonly quote: Quote;
}

/** What a ride that is booked already may keep. */
export interface KeptOfRide {
  readonly time: OwnTime;
  /** Addresses of the firm that it names, also when they have been given up since. */
  readonly addresses: readonly Address[];
}

/**
 * Works out what a ride would cost now: the cheapest vehicle that carries it, or the one that is asked for; base fee,
 * way by zones, stops, waiting, a narrow window, and half more for going direct. Writes nothing.
 *
 * Refuses with `slot-not-offered`, `slot-full`, or `invalid`, naming the field: a place that is incomplete or outside
 * of the zones, what no vehicle carries, a vehicle that is too small.
 * @param kept of a ride that is changed: its place is not asked of the calendar again
 */
export async function quoteRide(
  tx: Transaction,
  ctx: CustomerCtx,
  wish: RideWish,
  kept?: KeptOfRide,
): Promise<RideQuote> {
  const today = todayOf(ctx);
  const terms = (await readCourierTerms(tx, today)) ?? refuse({ code: 'slot-not-offered' });
  const problems: FieldProblem[] = [];
  const stops = await stopsOf(tx, wish, terms, problems, kept);
  const legs = legsOf(stops, terms, problems);
  const costCentre = (await openCostCentres(tx)).find(({ id }) => id === wish.costCentreId);
  if (wish.costCentreId && !costCentre) problems.push({ field: 'costCentreId', problem: 'unknown' });
  if (problems.length > 0) refuse({ code: 'invalid', fields: problems });

  const time = await timeOf(tx, ctx, terms, wish, kept?.time);
  const priced: Priced = {
    legs,
    stops: wish.stops.length,
    waitMinutes: wish.waitMinutes,
    narrowWindow: wish.when === 'half-hour',
    direct: wish.direct,
  };
  const vehicle = vehicleFor(wish, terms, (one) => totals(linesFor(one, terms, time.catalogue, priced)).net);
  const lines = linesFor(vehicle, terms, time.catalogue, priced);
  const ride: NewRide = {
    vehicleCode: vehicle.code,
    isVehicleChosen: wish.vehicle !== undefined,
    isNow: wish.when === 'now',
    isDirect: wish.direct,
    content: wish.content,
    kg: wish.kg,
    size: [wish.length, wish.width, wish.height],
    waitMinutes: wish.waitMinutes,
    proof: wish.proof,
    baseFee: lines.find(({ productCode }) => productCode === vehicle.productCode)?.net ?? 0,
    stops: stops.filter((stop) => stop !== undefined),
  };
  const { service, startsAt, endsAt, changeUntil } = promised(
    time.catalogue,
    COURIER_SERVICE,
    time.date,
    time.window,
  );
  const sums = totals(lines);
  const [pickup] = ride.stops;
  if (!pickup) throw new Error('a ride without places');
  return {
    vehicle,
    ride,
    quote: {
      booking: { slot: time.window.key, reference: wish.reference, driverHint: pickup.hint },
      date: time.date,
      window: time.window,
      address: { ...pickup.address, ...(pickup.addressId === undefined ? {} : { id: pickup.addressId }) },
      costCentre,
      // a ride is cancelled by a rule of its own, and changed by one that a deadline of the catalogue can only narrow
      orders: [
        {
          service: { ...service, pool: time.pool },
          startsAt,
          endsAt,
          changeUntil,
          cancelUntil: undefined,
          lines,
          ...sums,
        },
      ],
      totals: sums,
      orderBy: time.orderBy,
      particulars: particularsOf(ride, vehicle, ctx.timeZone),
    },
  };
}

async function stopsOf(
  tx: Transaction,
  wish: RideWish,
  terms: CourierTerms,
  problems: FieldProblem[],
  kept: KeptOfRide | undefined,
): Promise<readonly (RideStop | undefined)[]> {
  const own = withKept(await courierAddresses(tx), kept?.addresses ?? []);
  return [
    resolvePlace('from', wish.from, own, terms, problems),
    ...wish.stops.map((stop, at) => resolvePlace(`stops.${at}`, stop, own, terms, problems)),
    resolvePlace('to', wish.to, own, terms, problems),
  ];
}

/** How far each leg is; a leg that nobody rides is a problem of where it leads. */
function legsOf(
  stops: readonly (RideStop | undefined)[],
  { map }: CourierTerms,
  problems: FieldProblem[],
): Distance[] {
  return stops.slice(1).flatMap((stop, at) => {
    const from = stops[at];
    if (!stop || !from) return [];
    const distance = distanceOf(from.zone, stop.zone, map);
    if (distance) return [distance];
    const path = at === stops.length - 2 ? 'to' : `stops.${at}`;
    problems.push({ field: `${path}.${stop.addressId ? 'addressId' : 'postcode'}`, problem: 'outside-area' });
    return [];
  });
}

function vehicleFor(wish: RideWish, terms: CourierTerms, priceOf: (vehicle: Vehicle) => number): Vehicle {
  const load = { kg: wish.kg, size: [wish.length, wish.width, wish.height] as const };
  const choice = chooseVehicle(terms.vehicles, load, wish.vehicle, priceOf);
  if (choice.ok) return choice.vehicle;
  return refuse({ code: 'invalid', fields: [VEHICLE_PROBLEMS[choice.problem]] });
}

const VEHICLE_PROBLEMS = {
  'too-big': { field: 'kg', problem: 'too-big' },
  'too-small': { field: 'vehicle', problem: 'vehicle-too-small' },
  unknown: { field: 'vehicle', problem: 'unknown' },
} as const satisfies Record<string, FieldProblem>;

function linesFor(vehicle: Vehicle, terms: CourierTerms, catalogue: Catalogue, priced: Priced) {
  const price = (code: string) => catalogue.products.get(code)?.unitPrice ?? 0;
  const parts = rideParts(
    {
      base: price(vehicle.productCode),
      fares: vehicle.fares,
      stop: price(terms.stopProduct),
      wait: price(terms.waitProduct),
      narrowWindow: price(terms.narrowWindowProduct),
      directSurcharge: terms.directSurcharge,
    },
    priced,
  );
  return linesOf(parts, vehicle, terms, catalogue);
}
