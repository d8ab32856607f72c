import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { outcomes } from '../../../test/support/at-once.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { addPerson, lastAudit } from '../../../test/support/people.ts';
import { assertRefused } from '../../../test/support/refused.ts';
import { Refused } from '../../domain/refusal.ts';
import { transaction } from '../../platform/context.ts';
import { moveDocument, type NewDocument, storeDocument } from './index.ts';
import { sampleDocument } from './test-support/documents.fixture.ts';

async function setting(t: Parameters<typeof testApp>[1]) {
  const portal = await testApp({}, t);
  const { db, jobs } = portal.services;
  const mine = await ctxFor({ db, jobs });
  const theirs = await ctxFor({ db, jobs, customer: 'D100002' });
  const ctx = carrierCtx({ db, jobs, customer: mine.customer });
  const other = carrierCtx({ db, jobs, customer: theirs.customer });
  return {
    portal,
    owner: portal.database.owner,
    ctx,
    other,
    store: (document: Partial<NewDocument>, by = ctx) =>
      transaction(by, (tx) => storeDocument(tx, by, sampleDocument(document))),
    move: (number: string, to: 'paid' | 'debited', on?: string, by = ctx) =>
      transaction(by, (tx) =>
        moveDocument(tx, by, { number, to, on: on ? Temporal.PlainDate.from(on) : undefined }),
      ),
  };
}

describe('storing a document', () => {
  it('keeps its facts, its shares and its files byte for byte, and says so in the audit log', async (t) => {
    const { store, owner, portal } = await setting(t);
    const pdf = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 255, 13, 10]);
    await store({
      number: 'R-2026-000001',
      sums: { net: 10_000, gross: 11_900 },
      shares: [{ label: '4711 Kanzlei', net: 10_000 }],
      files: { pdf: { name: 'R.pdf', bytes: pdf }, xml: { name: 'R.xml', bytes: Buffer.from('<a/>') } },
    });
    const [row] = await owner.sql<Record<string, unknown>>(
      `select d.folder, d.state, d.retain_until::text as until, d.gross_cents, s.cost_centre_label, f.bytes, f.media_type
       from document d join document_share s on s.document_id = d.id
       join document_file f on f.document_id = d.id and f.role = 'pdf'`,
    );
    assert.deepEqual(row, {
      folder: 'invoices',
      state: 'open',
      until: '2034-12-31',
      gross_cents: 11_900,
      cost_centre_label: '4711 Kanzlei',
      bytes: pdf,
      media_type: 'application/pdf',
    });
    const entry = await lastAudit(portal.database, 'document.store');
    assert.equal(entry?.object, 'R-2026-000001');
    assert.equal(entry?.actor_kind, 'carrier');
  });

  it('refuses a number that is in use, whoever has it, and the same content twice', async (t) => {
    const { store, other, owner } = await setting(t);
    await store({ number: 'R-1' });
    for (const by of [undefined, other]) {
      await assertRefused(
        store({ number: 'R-1', files: { pdf: { name: 'x.pdf', bytes: Buffer.from('%PDF other') } } }, by),
        { code: 'invalid', fields: [{ field: 'number', problem: 'taken' }] },
      );
    }
    await assertRefused(store({ number: 'R-2' }), {
      code: 'invalid',
      fields: [{ field: 'pdf', problem: 'taken' }],
    });
    await store({ number: 'R-3' }, other);
    const [count] = await owner.sql('select count(*)::int as n from document');
    assert.deepEqual(count, { n: 2 });
  });

  it('lets one of two at once through', async (t) => {
    const { store } = await setting(t);
    const { done, failed } = outcomes(
      await Promise.allSettled([
        store({ number: 'R-1' }),
        store({ number: 'R-1' }),
        store({ number: 'R-1' }),
      ]),
    );
    assert.equal(done.length, 1);
    assert.ok(failed.every((error) => error instanceof Refused));
  });

  it('names only documents and orders of the firm itself', async (t) => {
    const { store, other } = await setting(t);
    await store({ number: 'R-9' }, other);
    for (const field of ['corrects', 'order'] as const) {
      await assertRefused(store({ number: 'R-10', [field]: 'R-9' }), {
        code: 'invalid',
        fields: [{ field, problem: 'unknown' }],
      });
    }
  });

  it('tells whoever may see documents and wants to know, in their language', async (t) => {
    const { store, portal } = await setting(t);
    const { database } = portal;
    await addPerson(database, { email: 'en@x.example', language: 'en', rights: ['documents.view'] });
    await addPerson(database, { email: 'blind@x.example', rights: ['documents.download'] });
    await addPerson(database, { email: 'gone@x.example', rights: ['documents.view'], isActive: false });
    const quiet = await addPerson(database, { email: 'quiet@x.example', rights: ['documents.view'] });
    await database.owner.sql('insert into notification_preference values ($1, true, true, true, false)', [
      quiet,
    ]);
    await store({ number: 'R-2026-000007', sums: { net: 100, gross: 119 } });
    await portal.drain();
    const letters = await portal.letters();
    const to = letters.map(({ recipient }) => recipient);
    assert.ok(to.includes('admin@d100001.example') && to.includes('en@x.example'));
    for (const address of ['blind@x.example', 'gone@x.example', 'quiet@x.example']) {
      assert.ok(!to.includes(address), address);
    }
    const english = letters.find(({ recipient }) => recipient === 'en@x.example');
    assert.equal(english?.subject, 'Invoice R-2026-000007');
    for (const part of ['€1.19', 'November 2026', '/rechnungen-und-berichte/R-2026-000007']) {
      assert.ok(english?.text.includes(part), part);
    }
  });
});

describe('the state of a document', () => {
  it('moves on with a date, once, and is in the audit log', async (t) => {
    const { store, move, owner, portal } = await setting(t);
    await store({ number: 'R-1' });
    await move('R-1', 'debited', '2026-12-15');
    await move('R-1', 'debited', '2026-12-15');
    const rows = await owner.sql("select state, state_on::text as day from document where number = 'R-1'");
    assert.deepEqual(rows, [{ state: 'debited', day: '2026-12-15' }]);
    const entries = await owner.sql("select id from audit_entry where action = 'document.move'");
    assert.equal(entries.length, 1);
    assert.deepEqual((await lastAudit(portal.database, 'document.move'))?.after, {
      state: 'debited',
      on: '2026-12-15',
      open: null,
    });
  });

  it("is not found of another firm's document, and of one that has none", async (t) => {
    const { store, move, other } = await setting(t);
    await store({ number: 'R-1' }, other);
    await store({ number: 'WB-1', kind: 'weekly-report' });
    await assertRefused(move('R-1', 'paid'), { code: 'not-found' });
    await assertRefused(move('WB-1', 'paid'), { code: 'not-found' });
  });
});
