import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clockAt } from '../../../test/support/clock.ts';
import { carrierCtx } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { deactivate } from '../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { DEMO_PASSWORD } from '../../demo/demo-password.ts';
import { sessionOf } from '../../platform/sessions/index.ts';
import { verifyPassword } from './password-hash.ts';
import { ACCOUNT_LIMIT, ADDRESS_LIMIT, signIn, type Visit } from './sign-in.ts';

const HENRIKE = { customerNumber: 'D100001', email: 'admin@d100001.example', password: DEMO_PASSWORD };

/** Attempts from one browser after the other, so that only what a test is about counts. */
async function arrange(t: Parameters<typeof testDatabase>[0]) {
  const database = await testDatabase(t);
  const clock = clockAt();
  let from = 0;
  const visit = (changes: Partial<Visit> = {}): Visit => {
    from += 1;
    return {
      appKey: 'a key of 32 characters for tests.',
      clientAddress: `10.0.${from >> 8}.${from & 255}`,
      userAgent: 'Test',
      presentedToken: undefined,
      ...changes,
    };
  };
  const attempt = (input: unknown, changes: Partial<Visit> = {}) =>
    signIn(
      { ...carrierCtx({ db: database.app, now: clock() }), actor: { kind: 'visitor' } },
      visit(changes),
      input,
    );
  const audit = () =>
    database.owner.sql<{
      action: string;
      object: string;
      customer_id: number | null;
      person_id: number | null;
    }>(
      "select action, object, customer_id, person_id from audit_entry where action like 'person.%' order by id",
    );
  return { database, clock, attempt, audit };
}

describe('signing in', () => {
  it('starts a session, remembers when, and leaves an audit row', async (t) => {
    const { database, clock, attempt, audit } = await arrange(t);
    const session = await attempt(HENRIKE);
    assert.equal(session.stage, 'full');
    const found = await sessionOf(database.app, session.token, clock());
    assert.equal(found?.email, HENRIKE.email);
    assert.equal(found?.customer_number, 'D100001');
    const [member] = await database.owner.sql<{ last_sign_in_at: Temporal.Instant }>(
      'select last_sign_in_at from membership where customer_id = $1 and person_id = $2',
      [found?.customer_id, found?.person_id],
    );
    assert.equal(member?.last_sign_in_at.toString(), clock().toString());
    const [entry] = await audit();
    assert.deepEqual(
      { ...entry },
      {
        action: 'person.sign-in',
        object: 'D100001',
        customer_id: found?.customer_id,
        person_id: found?.person_id,
      },
    );
  });

  it('mends the number and ignores the case of the e-mail', async (t) => {
    const { attempt } = await arrange(t);
    const session = await attempt({
      ...HENRIKE,
      customerNumber: ' d 100 001',
      email: ' Admin@D100001.Example ',
    });
    assert.equal(session.stage, 'full');
  });

  it('stores no token', async (t) => {
    const { database, attempt } = await arrange(t);
    const { token } = await attempt(HENRIKE);
    const rows = await database.owner.sql<{ row: string }>('select s::text as row from session s');
    assert.equal(rows.length, 1);
    assert.ok(!rows[0]?.row.includes(token));
    assert.ok(!rows[0]?.row.includes(Buffer.from(token, 'base64url').toString('hex')));
  });

  it('gives a new token every time and ends the session that was presented', async (t) => {
    const { database, clock, attempt } = await arrange(t);
    const first = await attempt(HENRIKE);
    const second = await attempt(HENRIKE, { presentedToken: first.token });
    assert.notEqual(second.token, first.token);
    assert.equal(await sessionOf(database.app, first.token, clock()), undefined);
    assert.ok(await sessionOf(database.app, second.token, clock()));
  });

  it('never takes over a token that somebody planted', async (t) => {
    const { database, clock, attempt } = await arrange(t);
    const planted = 'p'.repeat(43);
    const { token } = await attempt(HENRIKE, { presentedToken: planted });
    assert.notEqual(token, planted);
    assert.equal(await sessionOf(database.app, planted, clock()), undefined);
  });

  it('lets several people use one login at the same time', async (t) => {
    const { database, clock, attempt } = await arrange(t);
    const sessions = await Promise.all(Array.from({ length: 5 }, () => attempt(HENRIKE)));
    assert.equal(new Set(sessions.map(({ token }) => token)).size, 5);
    for (const { token } of sessions) assert.ok(await sessionOf(database.app, token, clock()));
  });
});

describe('what does not fit', () => {
  const cases = {
    'a wrong password': { password: 'something else 7' },
    'a wrong e-mail': { email: 'nobody@d100001.example' },
    'an unknown number': { customerNumber: 'D999999' },
    'the number of another firm': { customerNumber: 'D100002' },
    'a number with another zero': { customerNumber: 'D0100001' },
  };
  it('is refused in the same words, and nothing but an anonymous audit row remains', async (t) => {
    const { database, attempt, audit } = await arrange(t);
    for (const changes of Object.values(cases)) {
      await assertRefused(attempt({ ...HENRIKE, ...changes }), { code: 'wrong-credentials' });
    }
    assert.deepEqual(
      (await audit()).map((row) => ({ ...row })),
      Object.values(cases).map((changes) => ({
        action: 'person.sign-in-failed',
        object: { ...HENRIKE, ...changes }.customerNumber,
        customer_id: null,
        person_id: null,
      })),
    );
    assert.deepEqual(await database.owner.sql('select 1 from session'), []);
  });

  it('somebody who was deactivated is refused like somebody unknown, also in a running session', async (t) => {
    const { database, clock, attempt } = await arrange(t);
    const { token } = await attempt(HENRIKE);
    await deactivate(database.owner, HENRIKE.email);
    await assertRefused(attempt(HENRIKE), { code: 'wrong-credentials' });
    assert.equal(await sessionOf(database.app, token, clock()), undefined);
  });

  it('costs one verification whoever is asked for', async (t) => {
    const { attempt } = await arrange(t);
    const work: (string | undefined)[] = [];
    const verify: typeof verifyPassword = (stored, typed) => {
      work.push(typed);
      return verifyPassword(stored, typed);
    };
    const inputs = [HENRIKE, ...Object.values(cases).map((changes) => ({ ...HENRIKE, ...changes }))];
    for (const input of inputs) await attempt(input, { verify }).catch(() => {});
    assert.deepEqual(
      work,
      inputs.map(({ password }) => password),
    );
  });

  it('a hash that is none opens for nothing', async () => {
    for (const stored of [undefined, '', '!', 'plain']) {
      assert.equal(await verifyPassword(stored, stored ?? ''), false);
    }
  });
});

describe('the form', () => {
  const invalid = {
    'a number of the wrong form': [{ customerNumber: '100001' }, 'customerNumber', 'not-a-customer-number'],
    'no number': [{ customerNumber: '' }, 'customerNumber', 'required'],
    'a missing number': [{ customerNumber: undefined }, 'customerNumber', 'required'],
    'an e-mail that is none': [{ email: 'henrike' }, 'email', 'not-an-email'],
    'no password': [{ password: '' }, 'password', 'required'],
    'a list as password': [{ password: ['a'] }, 'password', 'unreadable'],
  } as const;
  it('helps with what is missing or of the wrong form, and changes nothing', async (t) => {
    const { database, attempt } = await arrange(t);
    await assertUnchanged(database, async () => {
      for (const [changes, field, problem] of Object.values(invalid)) {
        const input = { ...HENRIKE, ...changes };
        await assertRefused(attempt(input), { code: 'invalid', fields: [{ field, problem }] });
      }
    });
  });
});

describe('the throttle', () => {
  const wrong = { ...HENRIKE, password: 'something else 7' };

  it('stops an account after ten attempts from ten addresses, also with the right password', async (t) => {
    const { attempt } = await arrange(t);
    for (let tries = 0; tries < ACCOUNT_LIMIT.hits; tries += 1) {
      await assertRefused(attempt({ ...wrong, email: tries % 2 ? wrong.email : wrong.email.toUpperCase() }), {
        code: 'wrong-credentials',
      });
    }
    await assertRefused(attempt(HENRIKE), { code: 'too-many-attempts', retryAfterSeconds: 900 });
    // others of the firm go on
    assert.ok(await attempt({ ...HENRIKE, email: 'mitarbeit@d100001.example' }));
  });

  it('says the same about an account that does not exist', async (t) => {
    const { attempt } = await arrange(t);
    const unknown = { ...wrong, customerNumber: 'D999999' };
    for (let tries = 0; tries < ACCOUNT_LIMIT.hits; tries += 1) await attempt(unknown).catch(() => {});
    await assertRefused(attempt(unknown), { code: 'too-many-attempts', retryAfterSeconds: 900 });
  });

  it('opens again to the second', async (t) => {
    const { clock, attempt } = await arrange(t);
    for (let tries = 0; tries < ACCOUNT_LIMIT.hits; tries += 1) await attempt(wrong).catch(() => {});
    clock.advance({ seconds: ACCOUNT_LIMIT.seconds - 1 });
    await assertRefused(attempt(HENRIKE), { code: 'too-many-attempts', retryAfterSeconds: 1 });
    clock.advance({ seconds: 1 });
    assert.ok(await attempt(HENRIKE));
  });

  it('forgets the failures of an account after it was signed in to', async (t) => {
    const { attempt } = await arrange(t);
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 1; tries < ACCOUNT_LIMIT.hits; tries += 1) await attempt(wrong).catch(() => {});
      assert.ok(await attempt(HENRIKE));
    }
  });

  it('stops an address group whatever accounts it tries, and uses up nobody else’s attempts', async (t) => {
    const { attempt } = await arrange(t);
    for (let tries = 0; tries < ADDRESS_LIMIT.hits; tries += 1) {
      const input = { ...wrong, customerNumber: `D2${tries}` };
      await assertRefused(attempt(input, { clientAddress: `2001:db8:1:2::${tries}` }), {
        code: 'wrong-credentials',
      });
    }
    for (let tries = 0; tries < ACCOUNT_LIMIT.hits; tries += 1) {
      await assertRefused(attempt(wrong, { clientAddress: '2001:db8:1:2:3:4:5:6' }), 'too-many-attempts');
    }
    assert.ok(await attempt(HENRIKE, { clientAddress: '2001:db8:1:3::1' }));
  });

  it('does not let attempts that arrive together slip through', async (t) => {
    const { attempt } = await arrange(t);
    const settled = await Promise.allSettled(Array.from({ length: 25 }, () => attempt(wrong)));
    const codes = settled.map((one) => (one.status === 'rejected' ? one.reason.refusal.code : 'in'));
    assert.equal(codes.filter((code) => code === 'wrong-credentials').length, ACCOUNT_LIMIT.hits);
    assert.equal(codes.filter((code) => code === 'too-many-attempts').length, 25 - ACCOUNT_LIMIT.hits);
  });

  it('stores neither numbers nor addresses', async (t) => {
    const { database, attempt } = await arrange(t);
    await attempt(wrong).catch(() => {});
    const rows = await database.owner.sql<{ key: string }>('select key from throttle');
    assert.equal(rows.length, 2);
    for (const { key } of rows) assert.match(key, /^[\w-]{43}$/);
  });
});
