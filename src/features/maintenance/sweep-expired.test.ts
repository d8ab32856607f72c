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

  it('deletes what visitors asked some months after it was closed, and nothing of firms', async (t) => {
    const portal = await testApp({ at: '2026-11-23T10:00' }, t);
    const { owner, app } = portal.database;
    await owner.sql(`
      insert into inquiry (number, customer_id, form_key, body_hash, topic, subject, name, email, language, state,
        due_at, created_at, last_at)
      select n, c, 'form-key-' || n, '', 'other', 'S', case when c is null then 'V' end,
        case when c is null then 'v@example.org' end, 'de', s, case s when 'open' then now() end, l, l
      from (values
        ('K-1', null::bigint, 'closed', timestamptz '2026-05-23T08:59Z'),
        ('K-2', null, 'closed', '2026-05-23T09:01Z'),
        ('K-3', null, 'open', '2026-01-01T08:00Z'),
        ('K-4', null, 'answered', '2026-01-01T08:00Z'),
        ('K-5', (select id from customer where number = 'D100001'), 'closed', '2026-01-01T08:00Z')
      ) v (n, c, s, l)`);
    await owner.sql(
      `insert into inquiry_message (inquiry_id, at, kind, body)
       select id, created_at, 'question', 'Text' from inquiry where number = 'K-1'`,
    );
    const left = async () => {
      await app.transaction(undefined, (tx) => portal.services.jobs.enqueue(tx, sweepExpired, {}));
      await portal.drain();
      const rows = await owner.sql<{ number: string }>(
        "select number from inquiry where number like 'K-_' order by number",
      );
      return rows.map(({ number }) => number);
    };
    assert.deepEqual(await left(), ['K-2', 'K-3', 'K-4', 'K-5']);
    await owner.sql('update carrier set visitor_inquiry_months = 7');
    portal.clock.set('2026-12-23T10:00');
    assert.deepEqual(await left(), ['K-2', 'K-3', 'K-4', 'K-5']);
    portal.clock.set('2026-12-23T10:30');
    assert.deepEqual(await left(), ['K-3', 'K-4', 'K-5']);
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
