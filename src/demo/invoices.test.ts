import assert from 'node:assert/strict';
import { it } from 'node:test';
import { MONDAY } from '../../test/support/clock.ts';
import { testDatabase } from '../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../test/support/jobs.ts';
import { query } from '../platform/db/database.ts';
import { loadDemo } from './index.ts';

it('the demo has an invoice for every month that is over, dated after it, all but the last ones paid', async (t) => {
  const database = await testDatabase(t);
  const demo = {
    owner: database.owner,
    db: database.app,
    jobs: await testJobs(database),
    now: MONDAY,
    password: '',
  };
  await loadDemo(demo);
  const invoices = await database.owner.all(
    query.selectFrom('invoice').select(['number', 'issued_on', 'period_to', 'net_cents']).orderBy('id'),
  );
  assert.ok(invoices.length > 3, `${invoices.length} invoices`);
  for (const { number, issued_on, period_to, net_cents } of invoices) {
    assert.ok(Temporal.PlainDate.compare(issued_on, period_to) > 0, number);
    assert.ok(Temporal.PlainDate.compare(issued_on, Temporal.PlainDate.from('2026-11-23')) <= 0, number);
    assert.ok(net_cents > 0, number);
  }
  const set = (await waitingJobs(database)).filter(({ name }) => name === 'invoice.set');
  assert.equal(set.length, invoices.length);
  const paid = await database.owner.sql('select distinct invoice_id from payment');
  const last = invoices.filter(({ period_to }) => period_to.toString() === '2026-10-31');
  assert.equal(paid.length, invoices.length - last.length);
  await loadDemo({ ...demo, now: MONDAY.add({ hours: 24 * 60 }) });
  assert.equal((await database.owner.sql('select from invoice')).length, invoices.length);
});
