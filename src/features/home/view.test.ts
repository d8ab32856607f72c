import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatsFor } from '../../platform/i18n/index.ts';
import type { UpcomingOrder } from '../orders/index.ts';
import { nextServices } from './view.ts';

const formats = formatsFor('de', 'Europe/Berlin');
const order: UpcomingOrder = {
  number: 'A-2026-000001',
  serviceCode: 'PICKUP_EXTRA',
  serviceName: { de: 'Sonderabholung', en: 'One-off pickup' },
  serviceDate: Temporal.PlainDate.from('2026-11-30'),
  windowStarts: Temporal.PlainTime.from('10:00'),
  windowEnds: Temporal.PlainTime.from('12:00'),
  cancelUntil: Temporal.Instant.from('2026-11-29T15:00:00Z'),
  address: { street: 'Lindenweg 1', city: 'Berlin' } as UpcomingOrder['address'],
  reference: '',
};
const cancellable = (changes: Partial<UpcomingOrder>) =>
  nextServices([{ ...order, ...changes }], formats)[0]?.cancelUntil;

describe('the next services of the home page', () => {
  it('say until when each can be cancelled', () => {
    assert.equal(cancellable({}), order.cancelUntil);
  });

  it('call final what nobody can cancel, and not a ride, which its own page cancels', () => {
    assert.equal(cancellable({ serviceCode: 'GOODS_FINAL', cancelUntil: null }), 'verbindlich');
    assert.equal(cancellable({ serviceCode: 'COURIER', cancelUntil: null }), 'siehe Auftrag');
  });
});
