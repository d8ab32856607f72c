import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../../test/support/app.ts';
import { outcomes } from '../../../../test/support/at-once.ts';
import { carrierCtx, ctxFor } from '../../../../test/support/context.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { auditAbout } from '../test-support/master-data.fixture.ts';
import { answerCompanyChange, openCompanyChanges } from './answer-company-change.ts';
import { latestRequests } from './queries.ts';
import { requestCompanyChange } from './request-company-change.ts';
import { withdrawCompanyChange } from './withdraw-company-change.ts';

const wish = { newName: 'Laternenplatz Legal mbB', validFrom: '2027-01-01', reason: 'Umfirmierung, PR 815' };

async function setting(t: Parameters<typeof testApp>[1]) {
  const portal = await testApp({}, t);
  const { db, jobs } = portal.services;
  return {
    portal,
    db,
    database: portal.database,
    admin: await ctxFor({ db, jobs }),
    editor: await ctxFor({ db, jobs, user: 'mitarbeit', grants: { rights: ['masterData.edit'] } }),
    reader: await ctxFor({ db, jobs, user: 'mitarbeit' }),
    stranger: await ctxFor({ db, jobs, customer: 'D100002' }),
    carrier: carrierCtx({ db: portal.database.owner, jobs }),
    nameOf: async (number: string) => {
      const [row] = await portal.database.owner.sql<{ name: string }>(
        'select name from customer where number = $1',
        [number],
      );
      return row?.name;
    },
  };
}

describe('asking for another name', () => {
  it('waits for the carrier, who is told by mail', async (t) => {
    const { portal, database, editor, carrier, nameOf } = await setting(t);
    const before = await nameOf('D100001');
    await requestCompanyChange(editor, wish);
    await portal.drain();
    assert.equal(await nameOf('D100001'), before);
    const [letter] = await portal.letters();
    assert.equal(letter?.recipient, portal.services.carrier.email);
    for (const part of [
      'D100001',
      before ?? '',
      wish.newName,
      wish.reason,
      '1. Januar 2027',
      'Jonas Wieland',
    ]) {
      assert.ok(letter?.text.includes(part), part);
    }
    const open = await openCompanyChanges(carrier);
    assert.deepEqual(
      open.map(({ number, newName, personEmail }) => [number, newName, personEmail]),
      [['D100001', wish.newName, 'mitarbeit@d100001.example']],
    );
    const [entry] = await auditAbout(database, 'company');
    assert.deepEqual(entry?.after, wish);
  });

  it('is accepted: the firm has its name, whoever asked gets a letter', async (t) => {
    const { portal, database, editor, carrier, nameOf } = await setting(t);
    const before = await nameOf('D100001');
    await requestCompanyChange(editor, wish);
    await portal.drain();
    const [open] = await openCompanyChanges(carrier);
    assert.deepEqual(await answerCompanyChange(carrier, { id: `${open?.id}`, answer: 'accepted' }), {
      number: 'D100001',
    });
    assert.equal(await nameOf('D100001'), wish.newName);
    await portal.drain();
    const letter = (await portal.letters()).at(-1);
    assert.equal(letter?.recipient, 'mitarbeit@d100001.example');
    assert.ok(letter?.text.includes(wish.newName));
    const entry = (await auditAbout(database, 'company')).at(-1);
    assert.deepEqual(
      [entry?.action, entry?.before, entry?.after, entry?.actor_kind],
      ['company.accept', { name: before }, { name: wish.newName }, 'carrier'],
    );
    await assertUnchanged(database, () =>
      assertRefused(answerCompanyChange(carrier, { id: open?.id, answer: 'accepted' }), 'not-found'),
    );
  });

  it('is declined with a reason, and the name stays', async (t) => {
    const { portal, editor, carrier, nameOf } = await setting(t);
    const before = await nameOf('D100001');
    await requestCompanyChange({ ...editor, language: 'en' }, wish);
    const [open] = await openCompanyChanges(carrier);
    await assertRefused(answerCompanyChange(carrier, { id: open?.id, answer: 'declined', note: ' ' }), {
      code: 'invalid',
      fields: [{ field: 'note', problem: 'required' }],
    });
    const note = 'Das Register kennt den Namen noch nicht.';
    await answerCompanyChange(carrier, { id: open?.id, answer: 'declined', note });
    await portal.drain();
    assert.equal(await nameOf('D100001'), before);
    const letters = await portal.letters();
    // answered before the carrier's own letter went out: then nobody needs to be told that it waits
    assert.equal(letters.length, 1);
    assert.ok(letters[0]?.text.includes(note));
  });

  it('is asked for once, also by two people at once', async (t) => {
    const { database, editor, admin } = await setting(t);
    const settled = await Promise.allSettled([
      requestCompanyChange(editor, wish),
      requestCompanyChange(admin, { ...wish, newName: 'Ganz anders' }),
    ]);
    const { done, failed } = outcomes(settled);
    assert.equal(done.length, 1);
    await assertRefused(Promise.reject(failed[0]), 'request-pending');
    const [row] = await database.owner.sql<{ count: number }>(
      'select count(*)::int as count from company_change_request',
    );
    assert.equal(row?.count, 1);
  });

  it('takes the same request twice for one', async (t) => {
    const { database, editor } = await setting(t);
    await requestCompanyChange(editor, wish);
    await assertUnchanged(database, () =>
      requestCompanyChange(editor, { ...wish, newName: ` ${wish.newName} ` }),
    );
  });

  it('can be taken back and asked for again', async (t) => {
    const { portal, database, editor, admin, carrier } = await setting(t);
    await requestCompanyChange(editor, wish);
    await withdrawCompanyChange(admin);
    await portal.drain();
    assert.deepEqual(await portal.letters(), []);
    assert.deepEqual(await openCompanyChanges(carrier), []);
    await assertUnchanged(database, () => assertRefused(withdrawCompanyChange(admin), 'not-found'));
    await requestCompanyChange(editor, { ...wish, newName: 'Zweiter Versuch' });
  });

  it('belongs to those who may change master data, and to the firm', async (t) => {
    const { db, database, editor, reader, stranger } = await setting(t);
    await requestCompanyChange(editor, wish);
    await assertUnchanged(database, async () => {
      await assertRefused(requestCompanyChange(reader, { ...wish, newName: 'x' }), 'forbidden');
      await assertRefused(withdrawCompanyChange(reader), { code: 'forbidden', right: 'masterData.edit' });
      await assertRefused(withdrawCompanyChange(stranger), 'not-found');
      await assertRefused(openCompanyChanges(editor), 'not-found');
      await assertRefused(answerCompanyChange(editor, { id: 1, answer: 'accepted' }), 'not-found');
    });
    assert.deepEqual(await db.transaction(stranger.customer.id, (tx) => latestRequests(tx, 5)), []);
  });

  it('cannot be accepted by the portal itself, whatever it tries', async (t) => {
    const { db, editor } = await setting(t);
    await requestCompanyChange(editor, wish);
    const attempt = (sql: string) => db.transaction(editor.customer.id, (tx) => tx.sql(sql));
    await assert.rejects(
      attempt("update company_change_request set answer = 'accepted', answered_at = now()"),
      { code: '42501' },
    );
    await assert.rejects(attempt("update customer set name = 'x'"), { code: '42501' });
  });

  it('says what is missing', async (t) => {
    const { editor } = await setting(t);
    await assertRefused(requestCompanyChange(editor, { newName: '', validFrom: '2027-02-30', reason: ' ' }), {
      code: 'invalid',
      fields: [
        { field: 'newName', problem: 'required' },
        { field: 'validFrom', problem: 'not-a-date' },
        { field: 'reason', problem: 'required' },
      ],
    });
  });
});
