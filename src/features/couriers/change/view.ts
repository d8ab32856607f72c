import { slotKey } from '../../../domain/calendar/index.ts';
import type { Formats } from '../../../platform/i18n/index.ts';
import type { FormFields } from '../../../web/index.ts';
import { type Difference, differences, lineViews, type StoredOrder, sumsView } from '../../orders/index.ts';
import { rideAnswers } from '../answers.ts';
import type { PresentRide } from './present-ride.ts';
import type { RideChange } from './quote-change.ts';

/** The form of a change as it is first shown: with everything as the ride has it. */
export function presentFields(
  order: StoredOrder,
  { stored, kept }: PresentRide,
  version: number,
): FormFields {
  const { when, date } = kept.time;
  const slot = when === 'now' ? [] : [['slot', slotKey(date, kept.time)] as const];
  const pairs = [['version', String(version)] as const, ...slot, ...rideAnswers(order, stored)];
  return new Map(pairs.map(([name, value]) => [name, [value]]));
}

/** What the page "is this right?" shows of a change. */
export interface ChangeCheckView {
  readonly differences: readonly Difference[];
  readonly lines: ReturnType<typeof lineViews>;
  readonly sums: ReturnType<typeof sumsView>;
  /** What cancelling costs once a rider is assigned. */
  readonly fee: string;
}

export function changeCheckView({ before, after, ride }: RideChange, formats: Formats): ChangeCheckView {
  return {
    differences: differences(before, after, formats),
    lines: lineViews(after.lines, formats),
    sums: sumsView(after, formats),
    fee: formats.money(ride.baseFee),
  };
}
