import assert from 'node:assert/strict';
import { it } from 'node:test';
import { APP_KEY } from '../../../test/support/app.ts';
import { clockAt } from '../../../test/support/clock.ts';
import { carrierCtx } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { assertRefused } from '../../../test/support/refused.ts';
import { counting } from '../../../test/support/statements.ts';
import { newToken } from '../../platform/sessions/index.ts';
import type { verifyPassword } from './password-hash.ts';
import { signIn } from './sign-in.ts';

const TRIES = 200;

/**
 * What the time of an answer is made of: verifications and statements. These are held to be the same; the time
 * itself is only reported, because the machine that tests has other things to do as well.
 */
it('200 wrong sign-ins cost the same work for known and unknown accounts, with and without a device cookie', async (t) => {
  const database = await testDatabase(t);
  const db = counting(database.app);
  const clock = clockAt();
  // takes no time, so that the rest of it shows; that it is as dear for nobody's password, another test holds
  let verified = 0;
  const verify: typeof verifyPassword = async () => {
    verified += 1;
    return false;
  };
  const attempt = async (at: number, email: string, deviceToken: string | undefined) => {
    const ctx = { ...carrierCtx({ db, now: clock() }), actor: { kind: 'visitor' } as const };
    const visit = {
      appKey: APP_KEY,
      clientAddress: `10.0.${at >> 8}.${at & 255}`,
      userAgent: 'Test',
      presentedToken: undefined,
      deviceToken,
      verify,
    };
    const login = { customerNumber: 'D100001', email, password: 'something else 7' };
    const began = performance.now();
    await assertRefused(signIn(ctx, visit, login), { code: 'wrong-credentials' });
    return performance.now() - began;
  };

  const work = new Map<string, { statements: Set<number>; verifications: number; ms: number }>();
  for (let at = 0; at < TRIES; at += 1) {
    for (const [name, email, device] of [
      ['known', 'admin@d100001.example', undefined],
      ['unknown', 'nobody@d100001.example', undefined],
      ['known, strange device', 'admin@d100001.example', newToken()],
      ['unknown, strange device', 'nobody@d100001.example', newToken()],
    ] as const) {
      verified = 0;
      db.taken();
      const ms = await attempt(at, email, device);
      const sum = work.get(name) ?? { statements: new Set(), verifications: 0, ms: 0 };
      sum.statements.add(db.taken());
      work.set(name, { ...sum, verifications: sum.verifications + verified, ms: sum.ms + ms });
      // the throttle would answer after ten
      await database.owner.sql('delete from throttle');
    }
  }
  const of = (name: string) => work.get(name) ?? assert.fail(name);
  for (const [name, { statements, verifications, ms }] of work) {
    assert.equal(statements.size, 1, `${name}: ${[...statements]}`);
    assert.equal(verifications, TRIES, name);
    t.diagnostic(`${name}: ${[...statements]} statements, ${(ms / TRIES).toFixed(2)} ms`);
  }
  assert.deepEqual(of('known').statements, of('unknown').statements);
  assert.deepEqual(of('known, strange device').statements, of('unknown, strange device').statements);
});
