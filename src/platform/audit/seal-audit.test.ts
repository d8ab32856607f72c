import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { MONDAY } from '../../../test/support/clock.ts';
import { carrierCtx } from '../../../test/support/context.ts';
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts';
import type { Database } from '../db/database.ts';
import { audit } from './audit.ts';
import { auditHead, sealAudit } from './seal-audit.ts';
import { verifyAudit } from './verify-audit.ts';

async function arrange(t: TestContext) {
  const database = await testDatabase(t);
  const ctx = carrierCtx({ db: database.app });
  const write = (object: string, db: Database = database.app) =>
    db.transaction(undefined, (tx) =>
      audit(tx, ctx, { action: 'customer.note', object, before: { a: 1 }, after: { ü: 'ö "x"', n: null } }),
    );
  const seal = () => sealAudit(database.app, MONDAY);
  const verify = () => verifyAudit(database.owner);
  await seal();
  return { database, write, seal, verify };
}

/** What an intruder does who owns the tables: switches the guards off first. */
async function asIntruder({ owner }: TestDatabase, sql: string): Promise<void> {
  await owner.transaction(undefined, async (tx) => {
    await tx.sql('alter table audit_entry disable trigger user');
    await tx.sql('alter table audit_seal disable trigger user');
    await tx.sql(sql);
    await tx.sql('alter table audit_entry enable trigger user');
    await tx.sql('alter table audit_seal enable trigger user');
  });
}

describe('the chain of the audit log', () => {
  it('takes every entry into a seal that continues the one before', async (t) => {
    const { write, seal, verify, database } = await arrange(t);
    const before = await verify();
    for (let number = 1; number <= 3; number += 1) await write(`thing ${number}`);
    assert.equal((await verify()).unsealed.entries, 3);
    assert.equal(await seal(), 3);
    await write('thing 4');
    assert.equal(await seal(), 1);
    assert.equal(await seal(), 0, 'nothing to seal makes no seal');
    const report = await verify();
    assert.equal(report.problem, undefined);
    assert.equal(report.unsealed.entries, 0);
    assert.equal(report.entries, before.entries + 4);
    assert.equal(report.seals, before.seals + 2);
    assert.deepEqual(report.head, await auditHead(database.app));
  });

  it('takes an entry that commits late into a later seal', async (t) => {
    const { write, seal, verify, database } = await arrange(t);
    await database.app.transaction(undefined, async (tx) => {
      await audit(tx, carrierCtx({ db: database.app }), { action: 'customer.note', object: 'late' });
      await write('early', database.owner);
      assert.equal(await sealAudit(database.owner, MONDAY), 1);
    });
    assert.equal(await seal(), 1);
    assert.equal((await verify()).problem, undefined);
  });

  it('is the same whatever clock and words the connection has', async (t) => {
    const { write, seal, database, verify } = await arrange(t);
    await write('thing');
    await database.app.transaction(undefined, async (tx) => {
      await tx.sql("set local timezone = 'Asia/Kolkata'");
      await tx.sql("set local datestyle = 'SQL, DMY'");
      await tx.sql('select seal_audit($1, 100)', [MONDAY]);
    });
    assert.equal(await seal(), 0);
    assert.equal((await verify()).problem, undefined);
  });

  const tampering: Record<string, [string, RegExp]> = {
    'an entry was changed': [
      "update audit_entry set object = 'other' where object = 'thing 2'",
      /were changed/,
    ],
    'an entry was moved in time': [
      "update audit_entry set at = at + interval '1 hour' where object = 'thing 2'",
      /were changed/,
    ],
    'an entry was deleted': ["delete from audit_entry where object = 'thing 2'", /entries instead of/],
    'an entry was added to a seal': [
      `insert into audit_entry (at, actor_kind, action, object, request_id, seal_id)
       select at, actor_kind, action, 'thing 9', request_id, seal_id from audit_entry where object = 'thing 2'`,
      /entries instead of/,
    ],
    'a seal was made anew': [
      "update audit_seal set hash = sha256('x') where id = (select seal_id from audit_entry where object = 'thing 2')",
      /were changed/,
    ],
    'a seal is missing': [
      `update audit_entry set seal_id = null
       where seal_id = (select seal_id from audit_entry where object = 'thing 2');
       delete from audit_seal s where not exists (select from audit_entry e where e.seal_id = s.id)`,
      /is missing/,
    ],
  };
  for (const [what, [sql, found]] of Object.entries(tampering)) {
    it(`shows that ${what}`, async (t) => {
      const { write, seal, verify, database } = await arrange(t);
      for (const number of [1, 2, 3]) {
        await write(`thing ${number}`);
        await seal();
      }
      for (const statement of sql.split(';')) await asIntruder(database, statement);
      assert.match((await verify()).problem ?? '', found);
    });
  }

  it('shows by a head that was kept whether the end was cut off or all was made anew', async (t) => {
    const { write, seal, database } = await arrange(t);
    await write('thing 1');
    await seal();
    const kept = (await auditHead(database.owner)) ?? assert.fail();
    await write('thing 2');
    await seal();
    assert.equal((await verifyAudit(database.owner, kept)).problem, undefined);
    const forged = { ...kept, hash: '0'.repeat(64) };
    assert.match((await verifyAudit(database.owner, forged)).problem ?? '', /another hash/);
    const beyond = { id: kept.id + 5, hash: kept.hash };
    assert.match((await verifyAudit(database.owner, beyond)).problem ?? '', /is missing/);
  });

  it('cannot be changed by the portal, and by its owner neither by mistake', async (t) => {
    const { write, seal, database } = await arrange(t);
    await write('thing');
    await seal();
    for (const sql of [
      "update audit_entry set object = 'x'",
      'update audit_entry set seal_id = null',
      'delete from audit_entry',
      'truncate audit_entry',
      'update audit_seal set sealed_at = now()',
      'delete from audit_seal',
      'truncate audit_seal cascade',
    ]) {
      await assert.rejects(database.owner.sql(sql), /not changed/, sql);
      await assert.rejects(database.app.sql(sql), /permission denied/, sql);
    }
    await assert.rejects(
      database.app.sql(
        "insert into audit_entry (at, actor_kind, action, object, request_id, seal_id) values (now(), 'carrier', 'x', 'x', 'x', 1)",
      ),
      /permission denied/,
    );
  });

  it('is sealed once when two processes do it at the same moment', async (t) => {
    const { write, verify, database } = await arrange(t);
    for (let number = 1; number <= 20; number += 1) await write(`thing ${number}`);
    const counts = await Promise.all([1, 2, 3].map(() => sealAudit(database.app, MONDAY)));
    assert.equal(
      counts.reduce((sum, count) => sum + count),
      20,
    );
    const report = await verify();
    assert.deepEqual([report.problem, report.unsealed.entries], [undefined, 0]);
  });

  it('lets orders be written while it is sealed: nobody waits for the seal', async (t) => {
    const { write, database } = await arrange(t);
    await write('thing');
    await database.owner.transaction(undefined, async (tx) => {
      await tx.sql('select seal_audit($1, 100)', [MONDAY]);
      // the seal is not committed yet, and another entry is written all the same
      await write('meanwhile');
    });
  });
});
