import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { transaction } from '../../platform/context.ts';
import { violatedConstraint } from '../../platform/db/database.ts';
import { storeDocument } from './index.ts';
import { sampleDocument } from './test-support/documents.fixture.ts';

const portal = await testApp();
const { owner } = portal.database;
const { db, jobs } = portal.services;
const { customer } = await ctxFor({ db, jobs });
const ctx = carrierCtx({ db, jobs, customer });
await transaction(ctx, (tx) =>
  storeDocument(tx, ctx, sampleDocument({ number: 'R-1', shares: [{ label: 'x' }] })),
);

const failsOn = (constraint: string) => (error: unknown) => violatedConstraint(error) === constraint;

describe('an issued document', () => {
  for (const change of [
    "update document set number = 'R-2'",
    'update document set gross_cents = 1, net_cents = 1',
    "update document set retain_until = '2027-01-01'",
    "update document_file set bytes = '\\x00', size = 1, sha256 = sha256('\\x00')",
    "update document_file set name = 'other.pdf'",
    "update document_share set cost_centre_label = 'y'",
    'delete from document_file',
    'delete from document_share',
    'delete from document',
    'truncate document_file',
    'truncate document cascade',
  ]) {
    it(`stays as it is, also for the owner of the tables: ${change}`, async () => {
      await assert.rejects(owner.sql(change), failsOn('document_stays'));
    });
  }

  it('cannot be touched at all by the portal, but for its state', async () => {
    for (const change of [
      "update document set number = 'R-2'",
      "update document_file set name = 'x'",
      'delete from document',
      'delete from document_file',
      'truncate document_read',
    ]) {
      await assert.rejects(
        transaction(ctx, (tx) => tx.sql(change)),
        { code: '42501' },
        change,
      );
    }
    await transaction(ctx, (tx) => tx.sql("update document set state = 'paid', state_on = '2026-12-01'"));
  });

  it('takes no file later on, and none that is not what it says', async () => {
    const add = (values: string) =>
      transaction(ctx, (tx) =>
        tx.sql(
          `insert into document_file (document_id, customer_id, role, name, media_type, size, sha256, bytes)
           select id, customer_id, 'csv', 'x.csv', 'text/csv', ${values} from document where number = 'R-1'`,
        ),
      );
    await assert.rejects(add("1, sha256('\\x00'), '\\x00'"), failsOn('document_is_whole'));
    await assert.rejects(add("1, sha256('\\x01'), '\\x00'"), failsOn('file_has_its_hash'));
    await assert.rejects(add("2, sha256('\\x00'), '\\x00'"), failsOn('file_has_its_size'));
  });

  it('is not there without its files', async () => {
    await assert.rejects(
      transaction(ctx, (tx) =>
        tx.sql(
          `insert into document (customer_id, kind, number, document_date, source, content_hash, retain_until, created_at)
           values ($1, 'receipt', 'EB-1', '2026-11-01', 'own', $2, '2034-12-31', now())`,
          [ctx.customer.id, Buffer.alloc(32)],
        ),
      ),
      failsOn('document_is_whole'),
    );
  });

  it('may go when its time is up', async () => {
    const documentDate = Temporal.PlainDate.from('2010-03-01');
    const files = { pdf: { name: 'old.pdf', bytes: Buffer.from('%PDF old') } };
    await transaction(ctx, (tx) =>
      storeDocument(tx, ctx, sampleDocument({ number: 'R-OLD', documentDate, period: undefined, files })),
    );
    await owner.sql(
      `with gone as (delete from document_file where document_id = (select id from document where number = 'R-OLD'))
       select`,
    );
    await owner.sql("delete from document where number = 'R-OLD'");
  });
});
