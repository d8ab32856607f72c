import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { at, BERLIN_ZONE, berlin, time } from './berlin.fixture.ts';
import { commonOffers, isOffered } from './choice.ts';
import { inTime } from './deadlines.ts';
import { nextOffer, type OffersInput, offers } from './offers.ts';
import { parseSlotKey, windowInstants } from './windows.ts';

const pool = [1, 2, 3, 4, 5].flatMap((weekday) =>
  [8, 10, 12, 14].map((hour) => ({
    weekday,
    starts: time('00:00').add({ hours: hour }),
    ends: time('02:00').add({ hours: hour }),
    capacity: 3,
  })),
);

const service = fc.record({
  orderCutoff: fc.record({
    kind: fc.constant('before' as const),
    days: fc.integer({ min: 0, max: 3 }),
    dayKind: fc.constantFrom('calendar' as const, 'business' as const),
    time: fc.constantFrom('09:00', '12:00', '16:00', '23:00'),
  }),
  leadBusinessDays: fc.integer({ min: 0, max: 5 }),
  horizonDays: fc.integer({ min: 1, max: 40 }),
  windows: fc.subarray(pool),
});

/** Any second from 2026 to 2030, and often one within two days of a change of the clocks. */
const anyTime = fc
  .integer({ min: 0, max: 4 * 365 * 86_400 })
  .map((seconds) => at('2026-01-01T00:00').add({ seconds }));
const nearChange = fc
  .tuple(
    fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'),
    fc.integer({ min: -172_800, max: 172_800 }),
  )
  .map(([date, seconds]) => at(`${date}T03:00`).add({ seconds }));

const input = fc
  .record({ service, now: fc.oneof(anyTime, nearChange), load: fc.integer({ min: 0, max: 5 }) })
  .map(
    ({ service, now, load }): OffersInput => ({
      service,
      now,
      calendar: berlin,
      timeZone: BERLIN_ZONE,
      booked: (date, starts) => (date.day * 7 + starts.hour + load) % 5,
    }),
  );

const runs = { numRuns: 150 };

describe('offers, whatever the service and the hour', () => {
  it('never hold a closed day, a late one, or one before the lead time or past the horizon', () => {
    fc.assert(
      fc.property(input, (question) => {
        const today = question.now.toZonedDateTimeISO(BERLIN_ZONE).toPlainDate();
        const earliest = berlin.nextBusinessDay(today, question.service.leadBusinessDays);
        for (const { date, orderBy, windows } of offers(question)) {
          assert.ok(berlin.isBusinessDay(date));
          assert.ok(inTime(orderBy, question.now));
          assert.ok(Temporal.PlainDate.compare(date, earliest) >= 0);
          assert.ok(today.until(date).days <= question.service.horizonDays);
          for (const window of windows) {
            const { starts, ends } = windowInstants(date, window, BERLIN_ZONE);
            assert.ok(Temporal.Instant.compare(question.now, starts) < 0);
            assert.ok(Temporal.Instant.compare(starts, ends) < 0);
            assert.ok(window.free >= 0 && window.free <= window.capacity);
          }
        }
      }),
      runs,
    );
  });

  it('are sorted, without duplicates, with keys that lead back to them', () => {
    fc.assert(
      fc.property(input, (question) => {
        const days = offers(question);
        const keys = days.flatMap(({ windows }) => windows.map(({ key }) => key));
        assert.deepEqual(keys, [...new Set(keys)].sort());
        for (const day of days) {
          assert.ok(day.windows.length > 0);
          for (const window of day.windows) {
            const slot = parseSlotKey(window.key);
            assert.ok(slot?.date.equals(day.date) && slot.starts.equals(window.starts));
            const choice = isOffered(days, window.key);
            assert.deepEqual(
              choice,
              window.free > 0 ? { ok: true, day, window } : { ok: false, refusal: { code: 'slot-full' } },
            );
          }
        }
      }),
      runs,
    );
  });

  it('hold a day up to its orderBy and not a millisecond longer', () => {
    fc.assert(
      fc.property(input, (question) => {
        const offered = (now: Temporal.Instant, date: Temporal.PlainDate) =>
          offers({ ...question, now }).some((day) => day.date.equals(date));
        for (const { date, orderBy, windows } of offers(question).slice(0, 2)) {
          const last = windows.at(-1);
          // A same-day service loses its windows as they begin, before the deadline comes.
          const begun = last && inTime(orderBy, windowInstants(date, last, BERLIN_ZONE).starts);
          if (!begun) assert.ok(offered(orderBy, date));
          assert.ok(!offered(orderBy.add({ milliseconds: 1 }), date));
        }
      }),
      runs,
    );
  });

  it('of one day are those that all days hold for it, whichever day is asked about', () => {
    fc.assert(
      fc.property(input, fc.integer({ min: -3, max: 45 }), (question, ahead) => {
        const on = question.now.toZonedDateTimeISO(BERLIN_ZONE).toPlainDate().add({ days: ahead });
        const ofThatDay = offers(question).filter(({ date }) => date.equals(on));
        assert.deepEqual(offers({ ...question, on }), ofThatDay);
      }),
      runs,
    );
  });

  it('agree with the next offer, and with themselves for a basket', () => {
    fc.assert(
      fc.property(input, input, (question, other) => {
        const days = offers(question);
        const free = days.find(({ windows }) => windows.some((window) => window.free > 0));
        assert.deepEqual(nextOffer(question)?.day, free);
        assert.deepEqual(commonOffers(days, days), days);

        const others = offers({ ...other, now: question.now });
        const keys = (some: typeof days) => some.flatMap(({ windows }) => windows.map(({ key }) => key));
        const both = new Set(keys(others));
        assert.deepEqual(
          keys(commonOffers(days, others)),
          keys(days).filter((key) => both.has(key)),
        );
      }),
      runs,
    );
  });
});
