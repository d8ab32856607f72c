import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { after, it } from 'node:test';
import {
  countedMail,
  doneOrder,
  invoicesOf,
} from '../../src/features/invoices/test-support/billing.fixture.ts';
import { testApp } from '../support/app.ts';
import { PROGRAM } from '../support/program.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** The command goes by the clock of the computer, so what is invoiced lies before it. */
const month = Temporal.Now.plainDateISO('Europe/Berlin').with({ day: 1 }).subtract({ months: 1 });
const asked = month.toPlainYearMonth().toString();
const app = await testApp({ at: `${month.add({ months: 1 })}T10:00` });
const { database, drain } = app;
after(() => app.services.pdf.close());

function portal(...words: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, 'invoices', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      APP_KEY: 'a key of 32 characters for tests.',
    },
  });
  return { status, said: stdout + stderr };
}
const clerk = ['--clerk', 'Rita Feder'];

it('previews a month, issues it through the portal that runs, and says how far it is', async () => {
  assert.match(portal('status', ...clerk).said, /There was no run yet/);
  const empty = portal('issue', asked, ...clerk);
  assert.deepEqual([empty.status, /nothing to invoice/i.test(empty.said)], [1, true], empty.said);

  for (const customer of ['D100001', 'D100002', 'D100003']) {
    await doneOrder(database, { customer, day: month.toString() });
  }
  await countedMail(database, { customer: 'D100003', product: 'LETTER_STD', pieces: 9, day: '2024-12-31' });
  const preview = portal('preview', asked, ...clerk);
  assert.equal(preview.status, 0, preview.said);
  for (const text of [
    /3 customers, about .28\.50 net altogether/,
    /1 customer has mail without a price/,
    /D100003 .*\n {4}mail without a price: will be left out/,
    /D100001 .*\n {4}first invoice/,
  ]) {
    assert.match(preview.said, text);
  }
  assert.equal((await invoicesOf(database)).length, 0);

  const issued = portal('issue', asked, '--without', 'D100002', ...clerk);
  assert.equal(issued.status, 0, issued.said);
  const [, run = ''] = /Run (\d+) has begun/.exec(issued.said) ?? [];
  assert.match(portal('status', run, ...clerk).said, /running\n0 issued \(0 filed\), 2 waiting/);
  assert.match(portal('issue', asked, ...clerk).said, /at work|in progress|running/i);
  await drain();
  const done = portal('status', run, ...clerk);
  assert.equal(done.status, 1, 'one firm could not be invoiced');
  assert.match(done.said, /finished\n1 issued \(1 filed\), 0 waiting, 0 without an amount, 1 not possible/);
  assert.match(done.said, /D100003 .*: LETTER_STD has no price on the day of service/);
  const [invoice] = await invoicesOf(database);
  assert.equal(invoice?.issued_by_name, 'Rita Feder');
  assert.match(
    portal('status', ...clerk).said,
    new RegExp(`${asked}  finished, 1 issued, begun by Rita Feder`),
  );
});

it('says in a sentence what is wrong', () => {
  for (const words of [[], ['pay'], ['issue'], ['preview', asked, 'x'], ['constructor', asked]]) {
    const { status, said } = portal(...words, ...clerk);
    assert.deepEqual([status, /Usage/.test(said)], [1, true], said);
  }
  assert.match(portal('issue', '2026-13', ...clerk).said, /2026-13 is no month/);
  assert.match(portal('issue', "'; drop table invoice", ...clerk).said, /is no month/);
  assert.match(portal('issue', '2999-01', ...clerk).said, /month/);
  assert.match(portal('status', '999999', ...clerk).said, /could not find/);
  assert.match(portal('preview', asked).said, /Who is asking/);
});
