import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testDatabase } from '../../../test/support/database.ts';

describe('what came of nothing', () => {
  it('is forgotten after its time, and nothing else', async (t) => {
    const { owner, app } = await testDatabase(t);
    const insert = (email: string, state: string, number: string, daysAgo: number, expiresDaysAgo?: number) =>
      owner.sql(
        `insert into registration_request
           (customer_number, customer_id, email, name, language, state, via, created_at, expires_at)
         values ($1, (select id from customer where number = $1), $2, 'N', 'de', $3, 'desk',
           timestamptz '2026-11-23' - make_interval(days => $4),
           timestamptz '2026-11-23' - make_interval(days => $5))`,
        [number, email, state, daysAgo, expiresDaysAgo ?? null],
      );
    await insert('declined', 'declined', 'D100001', 31);
    await insert('declined lately', 'declined', 'D100001', 29);
    await insert('never confirmed', 'confirming', 'D100004', 32, 31);
    await insert('can still confirm', 'confirming', 'D100004', 32, 0);
    await insert('number of nobody', 'waiting', 'D999999', 91);
    await insert('asked lately', 'waiting', 'D999999', 89);
    await insert('waits for the desk', 'waiting', 'D100004', 400);
    await insert('waits for a colleague', 'join', 'D100001', 400);
    await insert('became a user', 'completed', 'D100001', 400);
    await owner.sql(
      `insert into invitation (customer_id, email, language, is_admin, rights, created_at, expires_at, accepted_at)
       select id, e.email, 'de', false, '{}', now(), e.expires, e.accepted from customer,
         (values ('expired', timestamptz '2026-10-01', null::timestamptz),
                 ('open', timestamptz '2026-11-24', null),
                 ('accepted', timestamptz '2026-10-01', timestamptz '2026-09-30')) as e (email, expires, accepted)
       where number = 'D100001'`,
    );
    await app.sql(`select sweep_expired('2026-11-23', '8 hours')`);
    const emails = async (table: string) =>
      (await owner.sql<{ email: string }>(`select email from ${table} order by email`)).map(
        ({ email }) => email,
      );
    assert.deepEqual(await emails('registration_request'), [
      'asked lately',
      'became a user',
      'can still confirm',
      'declined lately',
      'waits for a colleague',
      'waits for the desk',
    ]);
    assert.deepEqual(await emails('invitation'), ['accepted', 'open']);
  });
});
