import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { lastAudit } from '../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { clerkAt, clerkCtx } from '../../../test/support/staff.ts';
import { sweepExpired } from '../maintenance/jobs.ts';
import { retryJobs } from './retry-jobs.ts';

const QUEUE = 'maintenance.sweep-expired';

async function arrange(t: TestContext, failed = 2) {
  const portal = await testApp({}, t);
  const { database, clock, services } = portal;
  for (let count = 0; count < failed; count += 1)
    await database.app.transaction(undefined, (tx) => services.jobs.enqueue(tx, sweepExpired, {}));
  await database.owner.sql(
    `update pgboss.job set state = 'failed', completed_on = now(), retry_count = 8,
       output = '{"message": "<b>disk full</b>", "stack": "secret stack"}' where name = $1`,
    [QUEUE],
  );
  const ids = (
    await database.owner.sql<{ id: string }>("select id from pgboss.job where state = 'failed'")
  ).map(({ id }) => id);
  const admin = await clerkCtx(database, { jobs: services.jobs, now: clock(), roles: ['admin'] });
  const states = () =>
    database.owner.sql<{ state: string }>(
      'select state::text as state from pgboss.job where name = $1 order by state',
      [QUEUE],
    );
  return { portal, database, admin, ids, states, clock };
}

describe('jobs at the desk', () => {
  it('show what has failed and why, without what it was to do', async (t) => {
    const { portal } = await arrange(t);
    const browser = await clerkAt(portal, 'admin');
    const page = await browser.get('/desk/aufgaben');
    await assertValidHtml(page.html);
    assert.match(page.text, /maintenance\.sweep-expired/);
    assert.match(page.text, /<b>disk full<\/b>/);
    assert.ok(!page.html.includes('secret stack'));
    const retried = await browser.submit('/desk/aufgaben/wiederholen');
    assert.match(retried.text, /1 Aufgabe wird noch einmal versucht/);
    assert.equal(await portal.drain(), 1);
  });

  it('are tried again one by one or together, and that is written down', async (t) => {
    const { database, admin, ids, states } = await arrange(t, 3);
    assert.equal(await retryJobs(admin, { name: QUEUE, id: ids[0] ?? '' }), 1);
    assert.deepEqual((await states()).map(({ state }) => state).sort(), ['failed', 'failed', 'retry']);
    assert.equal(await retryJobs(admin, { name: QUEUE }), 2);
    const entry = await lastAudit(database, 'job.retry');
    assert.deepEqual([entry?.object, entry?.staff_id, entry?.after], [QUEUE, admin.staffId, { count: 2 }]);
    await assertRefused(retryJobs(admin, { name: QUEUE }), 'not-found');
    await assertRefused(retryJobs(admin, { name: QUEUE, id: ids[0] ?? '' }), 'not-found');
  });

  it('are for those who administer the desk, and refuse what is no job', async (t) => {
    const { portal, database, clock, admin, ids } = await arrange(t);
    const care = await clerkCtx(database, { jobs: portal.services.jobs, now: clock(), roles: ['care'] });
    await assertUnchanged(database, async () => {
      await assertRefused(retryJobs(care, { name: QUEUE }), 'staff-role-required');
      await assertRefused(retryJobs(admin, { name: '', id: ids[0] ?? '' }), 'invalid');
      await assertRefused(retryJobs(admin, { name: QUEUE, id: "x' or 1=1" }), 'invalid');
      await assertRefused(retryJobs(admin, { name: 'mail.nothing' }), 'not-found');
      await assertRefused(retryJobs(admin, { name: 'mail.nothing', id: ids[0] ?? '' }), 'not-found');
    });
    const browser = await clerkAt(portal, 'admin');
    await browser.get('/desk/aufgaben');
    const page = await browser.post('/desk/aufgaben/wiederholen', { name: '%', id: '' });
    assert.equal(page.status, 422);
  });
});
