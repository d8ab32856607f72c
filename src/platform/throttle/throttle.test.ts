import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MONDAY } from '../../../test/support/clock.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { assertRefused } from '../../../test/support/refused.ts';
import { countAttempt, forgetAttempts, type Limit, sweepThrottle } from './throttle.ts';

const { app, owner } = await testDatabase();
const KEY = 'a key of 32 characters for tests.';
const limit: Limit = { hits: 3, seconds: 60 };
const attempt = (key: string, now = MONDAY, appKey = KEY) => countAttempt(app, appKey, key, limit, now);
const rows = () => owner.sql<{ key: string; hits: number }>('select key, hits from throttle');

describe('the throttle', () => {
  it('lets so many pass, refuses the next, and says how long to wait', async () => {
    for (let count = 0; count < limit.hits; count += 1) await attempt('a');
    await assertRefused(attempt('a', MONDAY.add({ seconds: 20 })), {
      code: 'too-many-attempts',
      retryAfterSeconds: 40,
    });
    // asking does not make the wait longer
    await assertRefused(attempt('a', MONDAY.add({ seconds: 59, milliseconds: 1 })), {
      code: 'too-many-attempts',
      retryAfterSeconds: 1,
    });
    await attempt('b');
  });

  it('opens again when the time is over, to the second', async () => {
    for (let count = 0; count < limit.hits; count += 1) await attempt('c');
    await assertRefused(attempt('c', MONDAY.add({ seconds: 59 })), 'too-many-attempts');
    for (let count = 0; count < limit.hits; count += 1) await attempt('c', MONDAY.add({ seconds: 60 }));
    await assertRefused(attempt('c', MONDAY.add({ seconds: 60 })), {
      code: 'too-many-attempts',
      retryAfterSeconds: 60,
    });
  });

  it('counts exactly when many come at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => attempt('crowd')));
    assert.equal(all.filter(({ status }) => status === 'fulfilled').length, limit.hits);
  });

  it('forgets after a success', async () => {
    for (let count = 0; count < limit.hits; count += 1) await attempt('d');
    await forgetAttempts(app, KEY, 'd');
    await attempt('d');
    await forgetAttempts(app, KEY, 'never seen');
  });

  it('stores nothing that tells who it was', async () => {
    await attempt('sign-in D100001 admin@d100001.example');
    for (const { key } of await rows()) assert.match(key, /^[\w-]{43}$/);
    const before = (await rows()).length;
    await attempt('sign-in D100001 admin@d100001.example', MONDAY, 'another key of 32 characters long');
    assert.equal((await rows()).length, before + 1, 'the hash is keyed');
  });

  it('takes any key, hostile or long', async () => {
    for (const key of ['', "'; drop table throttle; --", '\0', '\ud800', '\u202e', 'x'.repeat(10_000)])
      await attempt(key);
  });

  it('is swept of what has run out, and of nothing else', async () => {
    await owner.sql('delete from throttle');
    await attempt('old');
    await attempt('new', MONDAY.add({ seconds: 30 }));
    await sweepThrottle(app, MONDAY.add({ seconds: 60 }));
    assert.equal((await rows()).length, 2);
    await sweepThrottle(app, MONDAY.add({ seconds: 60, milliseconds: 1 }));
    assert.equal((await rows()).length, 1);
  });
});
