import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../test/support/jobs.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { query } from '../../platform/db/database.ts';
import { giveMandate } from './give-mandate.ts';
import { revokeMandate } from './revoke-mandate.ts';
import { mandateInput, SIGNING } from './sample.fixture.ts';

/** A firm with a mandate, in a database of its own. */
async function firm(t: Parameters<typeof testDatabase>[0]) {
  const database = await testDatabase(t);
  const jobs = await testJobs(database);
  const plain = await ctxFor({ db: database.app, jobs });
  const ctx = { ...plain, confirmedAt: plain.now };
  const { reference } = await giveMandate(ctx, mandateInput(), SIGNING);
  return { database, jobs, ctx, reference };
}

describe('revoking a mandate', () => {
  it('ends it, writes it down and tells people', async (t) => {
    const { database, ctx, reference } = await firm(t);
    const later = { ...ctx, now: ctx.now.add({ minutes: 3 }) };
    assert.deepEqual(await revokeMandate(later, { reference }), { reference });
    const [row] = await database.owner.all(query.selectFrom('mandate').selectAll());
    assert.deepEqual([row?.ended_how, `${row?.ended_at}`], ['revoked', `${later.now}`]);
    const [entry] = await database.owner.all(
      query.selectFrom('audit_entry').selectAll().where('action', '=', 'mandate.revoke'),
    );
    assert.equal(entry?.object, reference);
    assert.equal((entry?.before as { iban?: string } | null)?.iban, 'DE•• •••• •••• •••• ••30 00');
    assert.equal((await waitingJobs(database)).at(-1)?.data.occasion, 'revoked');
  });

  it('refuses the second time, and says since when', async (t) => {
    const { database, ctx, reference } = await firm(t);
    await revokeMandate(ctx, { reference });
    await assertUnchanged(database, () =>
      assertRefused(revokeMandate(ctx, { reference }), { code: 'mandate-ended', at: ctx.now }),
    );
  });

  it('happens once when two do it at the same moment', async (t) => {
    const { database, ctx, reference } = await firm(t);
    const verbs = [1, 2].map(() => () => revokeMandate(ctx, { reference }));
    const { done, failed } = outcomes(
      await allAtOnce(database, { sql: 'select from mandate for update' }, verbs),
    );
    assert.deepEqual([done.length, failed.length], [1, 1]);
    assert.equal((await waitingJobs(database)).length, 2);
  });

  it('refuses without the right, without proof of identity, and for another firm’s or no reference', async (t) => {
    const { database, jobs, ctx, reference } = await firm(t);
    const staff = await ctxFor({ db: database.app, jobs, user: 'mitarbeit' });
    const other = await ctxFor({ db: database.app, jobs, customer: 'D100002' });
    await assertUnchanged(database, async () => {
      await assertRefused(revokeMandate({ ...staff, confirmedAt: staff.now }, { reference }), 'forbidden');
      await assertRefused(
        revokeMandate({ ...ctx, confirmedAt: undefined }, { reference }),
        'confirmation-required',
      );
      await assertRefused(revokeMandate({ ...other, confirmedAt: other.now }, { reference }), 'not-found');
      for (const unknown of [
        "D1'",
        '',
        '\u0000',
        'D100001-0002',
        '<script>',
        'x'.repeat(10_000),
        undefined,
        7,
      ]) {
        await assertRefused(revokeMandate(ctx, { reference: unknown }), 'not-found');
      }
    });
  });
});
