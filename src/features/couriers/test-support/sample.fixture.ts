import { randomUUID } from 'node:crypto';
import type { FirmIds } from '../../../../test/support/orders.ts';

/** Somebody's door inside of the ring. */
export const DOOR = {
  recipient: 'Notariat Beispiel',
  street: 'Musterweg 3',
  postcode: '10117',
  city: 'Berlin',
  contactName: 'Frau Beispiel',
  contactPhone: '030 5550199',
};

/** What the form of a ride sends, with a key of its own: from the firm to a door inside of the ring, by bicycle. */
export const rideInput = (ids: FirmIds, changes: Record<string, unknown> = {}) => ({
  key: randomUUID(),
  from: { addressId: `${ids.address('Kanzlei')}` },
  to: DOOR,
  content: 'Umschlag mit Akten',
  kg: '2',
  length: '35',
  width: '25',
  height: '5',
  vehicle: '',
  when: 'hour',
  // the Monday after the Monday on which the clock of the tests stands
  slot: '2026-11-30T10:00',
  waitMinutes: '',
  proof: 'signature',
  costCentreId: '',
  reference: 'Az. 12/26',
  ...changes,
});
