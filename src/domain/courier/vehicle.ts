/** What is to be carried: kilograms, and centimetres in any order. */
export interface Load {
  readonly kg: number;
  readonly size: readonly [number, number, number];
}

/** A class of vehicles by what it carries. */
export interface VehicleLimits {
  readonly code: string;
  readonly maxKg: number;
  readonly maxSize: readonly [number, number, number];
}

/** Whether the load goes in, turned whichever way is best. */
export function fits(load: Load, { maxKg, maxSize }: VehicleLimits): boolean {
  const longest = (sides: readonly number[]) => [...sides].sort((a, b) => b - a);
  const room = longest(maxSize);
  return load.kg <= maxKg && longest(load.size).every((side, at) => side <= (room[at] ?? 0));
}

export type VehicleChoice<Vehicle> =
  | { readonly ok: true; readonly vehicle: Vehicle }
  /** `too-big`: no vehicle carries it; `too-small`: the one that was asked for does not; `unknown`: there is none. */
  | { readonly ok: false; readonly problem: 'too-big' | 'too-small' | 'unknown' };

/**
 * The vehicle for a load: the cheapest that carries it, or the one that somebody asks for if that carries it as well.
 * @param priceOf what the ride costs with it; of two at the same price the first of the list
 */
export function chooseVehicle<Vehicle extends VehicleLimits>(
  vehicles: readonly Vehicle[],
  load: Load,
  wanted: string | undefined,
  priceOf: (vehicle: Vehicle) => number,
): VehicleChoice<Vehicle> {
  const able = vehicles.filter((vehicle) => fits(load, vehicle));
  const [first, ...others] = able;
  if (!first) return { ok: false, problem: 'too-big' };
  if (wanted !== undefined) {
    const asked = able.find(({ code }) => code === wanted);
    if (asked) return { ok: true, vehicle: asked };
    return { ok: false, problem: vehicles.some(({ code }) => code === wanted) ? 'too-small' : 'unknown' };
  }
  const cheapest = others.reduce((best, one) => (priceOf(one) < priceOf(best) ? one : best), first);
  return { ok: true, vehicle: cheapest };
}
