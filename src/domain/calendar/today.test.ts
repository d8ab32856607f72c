import assert from 'node:assert/strict';
import { it } from 'node:test';
import { todayOf } from './today.ts';

const dayAt = (now: string) => `${todayOf({ now: Temporal.Instant.from(now), timeZone: 'Europe/Berlin' })}`;

it('is the day on the carrier’s clock, which turns at its own midnight', () => {
  assert.equal(dayAt('2026-02-01T22:59:59Z'), '2026-02-01');
  assert.equal(dayAt('2026-02-01T23:00:00Z'), '2026-02-02');
  assert.equal(dayAt('2026-07-01T21:59:59Z'), '2026-07-01');
  assert.equal(dayAt('2026-07-01T22:00:00Z'), '2026-07-02');
});
