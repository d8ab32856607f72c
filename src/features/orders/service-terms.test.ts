import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TIME_ZONE } from '../../../test/support/clock.ts';
import { formatsFor } from '../../platform/i18n/index.ts';
import type { Service } from '../catalogue/index.ts';
import { serviceTerms } from './service-terms.ts';

const time = (text: string) => Temporal.PlainTime.from(text);
const on = (weekday: number, starts: string, ends: string) => ({
  weekday,
  starts: time(starts),
  ends: time(ends),
  capacity: 1,
});
const DAY_BEFORE = { kind: 'before', days: 1, dayKind: 'calendar', time: '16:00' } as const;
const SERVICE: Service = {
  code: 'PICKUP_EXTRA',
  name: { de: 'Sonderabholung', en: 'One-off pickup' },
  hours: { de: '', en: '' },
  pool: 'pickup',
  orderCutoff: DAY_BEFORE,
  changeRule: DAY_BEFORE,
  cancelRule: { kind: 'final' },
  leadBusinessDays: 1,
  horizonDays: 60,
  standing: undefined,
  inZones: undefined,
  windows: [
    ...[1, 2, 3].flatMap((day) => [on(day, '14:00', '16:00'), on(day, '10:00', '12:00')]),
    on(4, '10:00', '12:00'),
    on(6, '10:00', '12:00'),
  ],
};
const terms = (change: Partial<Service> = {}, language: 'de' | 'en' = 'de') =>
  Object.fromEntries(
    serviceTerms({ ...SERVICE, ...change }, formatsFor(language, TIME_ZONE)).items.map(({ term, value }) => [
      term,
      value,
    ]),
  );

describe('the terms of a service', () => {
  it('are said from its windows and rules', () => {
    assert.deepEqual(terms(), {
      Zeiten: 'Montag bis Mittwoch 10:00–16:00 Uhr, Donnerstag 10:00–12:00 Uhr, Samstag 10:00–12:00 Uhr',
      Bestellschluss: 'bis 16:00 Uhr am Vortag',
      Buchbar: 'frühestens für den nächsten Arbeitstag, höchstens 60 Tage im Voraus',
      Ändern: 'bis 16:00 Uhr am Vortag',
      Stornieren: 'nicht möglich: mit der Bestellung verbindlich',
    });
    assert.equal(
      terms({}, 'en').Hours,
      'Monday to Wednesday 10:00–16:00, Thursday 10:00–12:00, Saturday 10:00–12:00',
    );
  });

  it('follow every kind of rule', () => {
    const orderBy = (orderCutoff: Service['orderCutoff']) => terms({ orderCutoff }).Bestellschluss;
    assert.equal(
      orderBy({ kind: 'before-start', minutes: 60 }),
      'bis 60 Minuten vor Beginn des Zeitfensters',
    );
    assert.equal(orderBy({ ...DAY_BEFORE, days: 0, time: '14:00' }), 'bis 14:00 Uhr am selben Tag');
    assert.equal(orderBy({ ...DAY_BEFORE, days: 3 }), 'bis 16:00 Uhr 3 Tage vorher');
    assert.equal(orderBy({ ...DAY_BEFORE, dayKind: 'business' }), 'bis 16:00 Uhr am Arbeitstag davor');
    assert.equal(
      orderBy({ ...DAY_BEFORE, days: 2, dayKind: 'business' }),
      'bis 16:00 Uhr 2 Arbeitstage vorher',
    );
    assert.equal(terms({ leadBusinessDays: 0, horizonDays: 0 }).Buchbar, 'nur für heute');
    assert.equal(
      terms({ leadBusinessDays: 2 }).Buchbar,
      'frühestens 2 Arbeitstage nach heute, höchstens 60 Tage im Voraus',
    );
    assert.equal(terms({ windows: [] }).Zeiten, undefined);
  });
});
