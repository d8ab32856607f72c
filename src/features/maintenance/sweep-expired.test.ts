import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { sweepExpired } from './jobs.ts';

describe('the nightly sweep', () => {
  it('deletes sessions that have run out and leaves the others', async (t) => {
    const portal = await testApp({ at: '2026-11-23T10:00' }, t);
    const { owner, app } = portal.database;
    await portal.client().signIn('D100001', 'admin@d100001.example');
    portal.clock.advance({ hours: 8, minutes: 1 });
    await portal.client().signIn('D100002', 'admin@d100002.example');

    await app.transaction(undefined, (tx) => portal.services.jobs.enqueue(tx, sweepExpired, {}));
    await portal.drain();

    const left = await owner.sql('select c.number from session s join customer c on c.id = s.customer_id');
    assert.deepEqual(left, [{ number: 'D100002' }]);
  });

  it('is scheduled once, on the clock of the carrier', async (t) => {
    const portal = await testApp({}, t);
    const schedules = await portal.database.owner.sql(
      'select cron, timezone from pgboss.schedule where name = $1',
      [sweepExpired.name],
    );
    assert.deepEqual(schedules, [{ cron: '30 3 * * *', timezone: 'Europe/Berlin' }]);
  });
});
