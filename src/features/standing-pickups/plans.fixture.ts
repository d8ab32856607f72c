import { randomUUID } from 'node:crypto';
import type { FirmIds } from '../../../test/support/orders.ts';

/** What the form of a standing pickup sends: Mondays and Wednesdays from the Monday after the tests' Monday on. */
export function planInput(ids: FirmIds, changes: Record<string, unknown> = {}) {
  return {
    key: randomUUID(),
    weekdays: ['1', '3'],
    window: '12:00',
    addressId: `${ids.address('Kanzlei')}`,
    onHoliday: 'skip',
    costCentreId: '',
    reference: '',
    driverHint: '',
    expectedLetters: '',
    expectedBoxes: '',
    validFrom: '2026-11-30',
    validUntil: '',
    ...changes,
  };
}
