import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { APP_KEY } from '../../../test/support/app.ts';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import { clockAt } from '../../../test/support/clock.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../test/support/jobs.ts';
import { confirmedCtx, lastAudit } from '../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { CODES, codeAt, giveApp } from '../../../test/support/second-factor.ts';
import { Refused } from '../../domain/refusal.ts';
import type { SessionStage } from '../../domain/sign-in-steps.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import { sessionOf, startSession } from '../../platform/sessions/index.ts';
import { CODE_LIMIT, CODE_LIMIT_OF_A_DAY } from './attempts.ts';
import { pendingSecret } from './begin-totp.ts';
import { activateTotp, beginTotp, passSecondStep, removeTotp } from './index.ts';

const HENRIKE = 'admin@d100001.example';
const JONAS = 'mitarbeit@d100001.example';
const WRONG = { code: 'invalid', fields: [{ field: 'otp', problem: 'wrong-code' }] } as const;

/** People of the first firm, with sessions of their own, at a time that the test moves. */
async function arrange(t: TestContext) {
  const database = await testDatabase(t);
  const jobs = await testJobs(database);
  const clock = clockAt();
  const ctxOf = (email = HENRIKE) => confirmedCtx(database, jobs, { email, now: clock() });
  const session = async (ctx: CustomerCtx, stage: SessionStage = 'full') => {
    const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : 0;
    const token = await database.app.transaction(ctx.customer.id, (tx) =>
      startSession(tx, { customerId: ctx.customer.id, personId, stage, now: clock(), userAgent: 'test' }),
    );
    const sessionId = (await sessionOf(database.app, token, clock()))?.session_id ?? assert.fail();
    return { token, sessionId, appKey: APP_KEY };
  };
  const setUp = async (email = HENRIKE) => {
    const ctx = await ctxOf(email);
    const visit = await session(ctx);
    await beginTotp(ctx, visit);
    const secret = (await pendingSecret(ctx, visit)) ?? assert.fail('no secret waits');
    const done = await activateTotp(ctx, visit, { otp: codeAt(secret, clock()) });
    return { ctx, visit, secret, ...done };
  };
  const step = async (email = HENRIKE) => {
    const ctx = await ctxOf(email);
    const { sessionId, token } = await session(ctx, 'second-factor');
    const browser = { userAgent: 'test', clientAddress: '192.0.2.7', deviceToken: undefined };
    const visit = { appKey: APP_KEY, sessionId, browser, wantsTrust: false };
    return { ctx, visit, token, pass: (otp: string) => passSecondStep(ctx, visit, { otp }) };
  };
  const alive = async (token: string) => (await sessionOf(database.app, token, clock()))?.stage;
  const has = (email = HENRIKE) => giveApp(database, email);
  return { database, jobs, clock, ctxOf, session, setUp, has, step, alive };
}

describe('setting an app up', () => {
  it('shows ten recovery codes, ends the other sessions, renews this one, and leaves audit and letter', async (t) => {
    const { database, ctxOf, session, setUp, alive } = await arrange(t);
    const other = await session(await ctxOf());
    const colleague = await session(await ctxOf(JONAS));
    const { token, codes, visit } = await setUp();
    assert.equal(new Set(codes).size, 10);
    assert.equal(await alive(token), 'full');
    assert.equal(await alive(visit.token), undefined);
    assert.equal(await alive(other.token), undefined);
    assert.equal(await alive(colleague.token), 'full');
    const entry = await lastAudit(database, 'person.totp-set-up');
    assert.deepEqual(
      [entry?.object, entry?.before, entry?.after],
      ['D100001', { isSetUp: false }, { isSetUp: true }],
    );
    const letters = await waitingJobs(database);
    assert.deepEqual(
      letters.map(({ name, data }) => [name, data.what]),
      [['mail.security-changed', 'totp-set-up']],
    );
  });

  it('stores neither the secret nor the codes, and uses the first code up', async (t) => {
    const { database, clock, setUp, step } = await arrange(t);
    const { secret, codes = [] } = await setUp();
    // the code that set it up is used up by that
    await assertRefused((await step()).pass(codeAt(secret, clock())), WRONG);
    for (const table of ['totp', 'recovery_code', 'pgboss.job', 'audit_entry', 'throttle']) {
      const rows = await database.owner.sql<{ row: string }>(`select t::text as row from ${table} t`);
      for (const { row } of rows) {
        const secrets = [
          secret,
          Buffer.from(secret).toString('hex'),
          ...codes,
          ...codes.map((code) => code.replaceAll('-', '')),
        ];
        for (const one of secrets) assert.ok(!row.includes(one), table);
      }
    }
  });

  it('wants a right code first, within the hour', async (t) => {
    const { database, clock, ctxOf, session } = await arrange(t);
    const ctx = await ctxOf();
    const visit = await session(ctx);
    await assertRefused(activateTotp(ctx, visit, { otp: '123456' }), 'not-found');
    await beginTotp(ctx, visit);
    const secret = (await pendingSecret(ctx, visit)) ?? assert.fail();
    const wrong = codeAt(secret, clock()) === '000000' ? '000001' : '000000';
    await assertRefused(activateTotp(ctx, visit, { otp: wrong }), WRONG);
    await assertRefused(activateTotp(ctx, visit, { otp: '' }), 'invalid');
    clock.advance({ hours: 1 });
    const later = await ctxOf();
    assert.equal(await pendingSecret(later, visit), undefined);
    await assertRefused(activateTotp(later, visit, { otp: codeAt(secret, clock()) }), 'not-found');
    assert.deepEqual(await database.owner.sql('select 1 from totp where secret is not null'), []);
  });

  it('moves to another telephone without a gap: the old app counts until the new one has shown a code', async (t) => {
    const { clock, has, step, ctxOf, session } = await arrange(t);
    const old = await has();
    const ctx = await ctxOf();
    const visit = await session(ctx);
    await beginTotp(ctx, visit);
    clock.advance({ seconds: 30 });
    await (await step()).pass(codeAt(old, clock()));
    const secret = (await pendingSecret(ctx, visit)) ?? assert.fail();
    const moved = await activateTotp({ ...ctx, now: clock() }, visit, { otp: codeAt(secret, clock()) });
    assert.equal(moved.codes, undefined, 'the recovery codes stay');
    clock.advance({ seconds: 30 });
    await assertRefused((await step()).pass(codeAt(old, clock())), WRONG);
    await (await step()).pass(codeAt(secret, clock()));
  });

  it('needs a fresh proof of identity, and a person', async (t) => {
    const { database, ctxOf, session } = await arrange(t);
    const ctx = { ...(await ctxOf()), confirmedAt: undefined };
    const visit = await session(ctx);
    await assertUnchanged(database, async () => {
      await assertRefused(beginTotp(ctx, visit), 'confirmation-required');
      await assertRefused(activateTotp(ctx, visit, { otp: '123456' }), 'confirmation-required');
      await assertRefused(removeTotp(ctx, visit), 'confirmation-required');
      const carrier: CustomerCtx = { ...ctx, actor: { kind: 'carrier', name: 'Spreebrief' } };
      await assertRefused(beginTotp(carrier, visit), 'not-signed-in');
    });
  });
});

describe('the second step', () => {
  it('makes the session full under a new token', async (t) => {
    const { database, clock, has, step, alive } = await arrange(t);
    const secret = await has();
    clock.advance({ minutes: 5 });
    const waiting = await step();
    assert.equal(await alive(waiting.token), 'second-factor');
    const { token } = await waiting.pass(codeAt(secret, clock()));
    assert.equal(await alive(token), 'full');
    assert.equal(await alive(waiting.token), undefined);
    assert.deepEqual((await lastAudit(database, 'person.second-step'))?.after, { by: 'totp' });
  });

  it('takes each code once: not again, not in another browser, not an earlier one afterwards', async (t) => {
    const { clock, has, step } = await arrange(t);
    const secret = await has();
    clock.advance({ seconds: 60 });
    await (await step()).pass(codeAt(secret, clock()));
    await assertRefused((await step()).pass(codeAt(secret, clock())), WRONG);
    await assertRefused((await step()).pass(codeAt(secret, clock(), -1)), WRONG);
    await (await step()).pass(codeAt(secret, clock(), 1));
  });

  it('takes a code once also from two who come together', async (t) => {
    const { database, clock, has, step } = await arrange(t);
    const secret = await has();
    clock.advance({ minutes: 1 });
    const [one, other] = [await step(), await step()];
    const otp = codeAt(secret, clock());
    const { done, failed } = outcomes(
      await allAtOnce(database, { sql: 'select 1 from totp for update' }, [
        () => one.pass(otp),
        () => other.pass(otp),
      ]),
    );
    assert.equal(done.length, 1);
    assert.deepEqual(
      failed.map((error) => error instanceof Refused && error.refusal),
      [WRONG],
    );
  });

  it('takes each recovery code once, as people type it, and tells the person', async (t) => {
    const { database, has, step } = await arrange(t);
    await has();
    const [first, second] = CODES;
    await (await step()).pass(` ${first.toLowerCase().replaceAll('-', ' ')} `);
    await assertRefused((await step()).pass(first), WRONG);
    await (await step()).pass(second);
    assert.deepEqual((await lastAudit(database, 'person.second-step'))?.after, { by: 'recovery-code' });
    const told = (await waitingJobs(database)).filter(({ data }) => data.what === 'code-used');
    assert.equal(told.length, 2);
  });

  it('takes a recovery code once also from two who come together', async (t) => {
    const { database, has, step } = await arrange(t);
    await has();
    const [one, other] = [await step(), await step()];
    const { done, failed } = outcomes(
      await allAtOnce(database, { sql: 'select 1 from recovery_code for update' }, [
        () => one.pass(CODES[0]),
        () => other.pass(CODES[0]),
      ]),
    );
    assert.deepEqual([done.length, failed.length], [1, 1]);
  });

  it('takes no code of a colleague', async (t) => {
    const { database, clock, has, step } = await arrange(t);
    const henrike = await has();
    await giveApp(database, JONAS);
    await database.owner.sql(
      'delete from recovery_code r using person p where p.id = r.person_id and p.email = $1',
      [JONAS],
    );
    clock.advance({ minutes: 1 });
    await assertRefused((await step(JONAS)).pass(codeAt(henrike, clock())), WRONG);
    await assertRefused((await step(JONAS)).pass(CODES[0]), WRONG);
  });

  it('stops guessing, also across sessions, with the right code too, and opens again to the second', async (t) => {
    const { database, clock, has, step } = await arrange(t);
    const secret = await has();
    clock.advance({ minutes: 1 });
    const right = codeAt(secret, clock());
    const wrong = right === '111111' ? '222222' : '111111';
    for (let tries = 0; tries < CODE_LIMIT.hits; tries += 1)
      await assertRefused((await step()).pass(wrong), WRONG);
    await assertRefused((await step()).pass(right), {
      code: 'too-many-attempts',
      retryAfterSeconds: CODE_LIMIT.seconds,
    });
    assert.equal(
      (await database.owner.sql("select 1 from audit_entry where action = 'person.second-step-failed'"))
        .length,
      CODE_LIMIT.hits,
    );
    clock.advance({ seconds: CODE_LIMIT.seconds - 1 });
    await assertRefused((await step()).pass(codeAt(secret, clock())), 'too-many-attempts');
    clock.advance({ seconds: 1 });
    await (await step()).pass(codeAt(secret, clock()));
  });

  it('stops patient guessing for the day', async (t) => {
    const { clock, has, step } = await arrange(t);
    await has();
    let refusedAt = 0;
    for (let tries = 1; refusedAt === 0 && tries <= 100; tries += 1) {
      if (tries % CODE_LIMIT.hits === 1) clock.advance({ seconds: CODE_LIMIT.seconds });
      await (await step()).pass('11-11-11').catch((error) => {
        if (error instanceof Refused && error.refusal.code === 'too-many-attempts') refusedAt = tries;
      });
    }
    assert.equal(refusedAt, CODE_LIMIT_OF_A_DAY.hits + 1);
  });

  it('ends with its session', async (t) => {
    const { database, clock, has, step } = await arrange(t);
    const secret = await has();
    clock.advance({ minutes: 1 });
    const waiting = await step();
    await database.owner.sql('delete from session');
    await assertRefused(waiting.pass(codeAt(secret, clock())), 'not-signed-in');
  });

  it('goes by recovery code where the secret cannot be read any more, and says so otherwise', async (t) => {
    const { has, step } = await arrange(t);
    await has();
    const { ctx, visit } = await step();
    const changed = { ...visit, appKey: 'another key of 32 characters, new.' };
    await assert.rejects(passSecondStep(ctx, changed, { otp: '123456' }), /another APP_KEY/);
    await passSecondStep(ctx, changed, { otp: CODES[0] });
  });
});

describe('removing the app', () => {
  it('takes the recovery codes along, ends the other sessions, and leaves audit and letter', async (t) => {
    const { database, ctxOf, session, has, alive } = await arrange(t);
    await has();
    const [here, elsewhere] = [await session(await ctxOf()), await session(await ctxOf())];
    await removeTotp(await ctxOf(), here);
    for (const table of ['totp', 'recovery_code']) {
      assert.deepEqual(await database.owner.sql(`select 1 from ${table}`), [], table);
    }
    assert.deepEqual([await alive(here.token), await alive(elsewhere.token)], ['full', undefined]);
    assert.ok((await lastAudit(database, 'person.totp-removed'))?.before);
    assert.equal((await waitingJobs(database)).at(-1)?.data.what, 'totp-removed');
    await assertRefused(removeTotp(await ctxOf(), here), 'not-found');
  });

  it('is refused while the firm asks for a second factor and it is the last one', async (t) => {
    const { database, ctxOf, session, has } = await arrange(t);
    await has();
    const ctx = await ctxOf();
    const visit = await session(ctx);
    await database.owner.sql('update customer set requires_second_factor = true');
    await assertUnchanged(database, () => assertRefused(removeTotp(ctx, visit), 'last-second-factor'));
  });

  it('touches nobody else', async (t) => {
    const { database, ctxOf, session, has } = await arrange(t);
    await has();
    const jonas = await ctxOf(JONAS);
    const visit = await session(jonas);
    await assertUnchanged(database, () => assertRefused(removeTotp(jonas, visit), 'not-found'));
  });
});
