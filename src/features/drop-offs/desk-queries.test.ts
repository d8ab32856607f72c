import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs } from '../../../test/support/jobs.ts';
import { deskTransaction } from '../../platform/context.ts';
import { bookDropOff } from './book-drop-off.ts';
import { dropOffByManifestCode } from './desk-queries.ts';
import { findAnnounced } from './queries.ts';
import { dropOffInput } from './test-support/sample.fixture.ts';

const database = await testDatabase();
const { app: db } = database;
const jobs = await testJobs(database);
const admin = await ctxFor({ db, jobs });
const desk = carrierCtx({ db, jobs });

const atDesk = (typed: string) => deskTransaction(desk, (tx) => dropOffByManifestCode(tx, typed));

describe('the drop-off behind a manifest code', () => {
  it('is found at the desk, however the code is typed, with its firm and what is announced', async () => {
    const [order] = await bookDropOff(admin, dropOffInput());
    const announced = await db.transaction(admin.customer.id, (tx) => findAnnounced(tx, order?.id ?? 0));
    const code = announced?.manifestCode ?? '';
    for (const typed of [code, code.toLowerCase(), ` ${code.replaceAll('-', '')} `]) {
      const found = await atDesk(typed);
      assert.equal(found?.number, order?.number);
      assert.equal(found?.customerNumber, 'D100001');
      assert.equal(found?.status, 'placed');
      assert.deepEqual(
        found?.announced.items.map(({ productCode, pieces }) => [productCode, pieces]),
        [['LETTER_STD', 500]],
      );
    }
  });

  it('is nothing for a slip, a number of an order, or nonsense', async () => {
    for (const typed of ['', 'EL-222-222-22X', 'A-2026-000001', "EL-'--", 'EL-222-222-222'])
      assert.equal(await atDesk(typed), undefined, typed);
  });

  it('is not seen by another firm', async () => {
    const [order] = await bookDropOff(admin, dropOffInput());
    const other = await ctxFor({ db, customer: 'D100003' });
    const seen = await db.transaction(other.customer.id, (tx) => findAnnounced(tx, order?.id ?? 0));
    assert.equal(seen, undefined);
  });
});
