import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../../test/support/app.ts';
import { allAtOnce, outcomes } from '../../../../test/support/at-once.ts';
import { addPerson, confirmedCtx, lastAudit } from '../../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { query } from '../../../platform/db/database.ts';
import { answerRequest } from './answer-request.ts';
import { requestDeletion, requestRight } from './make-request.ts';

const CLERK = 'mitarbeit@d100001.example';

async function stage(t: TestContext) {
  const app = await testApp({}, t);
  const { database, services } = app;
  const ctxOf = (email: string, customer = 'D100001') =>
    confirmedCtx(database, services.jobs, { email, customer });
  const requests = () => database.owner.all(query.selectFrom('member_request').selectAll().orderBy('id'));
  const idOfLast = async () => (await requests()).at(-1)?.id ?? 0;
  return {
    app,
    database,
    admin: await ctxOf('admin@d100001.example'),
    clerk: await ctxOf(CLERK),
    ctxOf,
    requests,
    idOfLast,
  };
}

describe('asking for a right', () => {
  it('writes to every administrator, in their language', async (t) => {
    const { app, database, clerk, idOfLast } = await stage(t);
    await addPerson(database, { email: 'boss@d100001.example', isAdmin: true, language: 'en' });
    await addPerson(database, { email: 'gone@d100001.example', isAdmin: true, isActive: false });
    await requestRight(clerk, { right: 'orders.cancel' });
    await app.drain();
    const letters = await app.letters();
    assert.deepEqual(letters.map(({ recipient, subject }) => [recipient, subject]).toSorted(), [
      ['admin@d100001.example', 'Jonas Wieland bittet um ein Recht'],
      ['boss@d100001.example', 'Jonas Wieland asks for a right'],
    ]);
    assert.match(letters[0]?.text ?? '', new RegExp(`/konto/benutzer/anfragen/${await idOfLast()}\\b`));
    assert.deepEqual((await lastAudit(database, 'user.request-right'))?.after, { right: 'orders.cancel' });
  });

  it('counts once while nobody has answered, and not at all for a right that is held', async (t) => {
    const { database, clerk } = await stage(t);
    await requestRight(clerk, { right: 'orders.cancel' });
    await assertUnchanged(database, async () => {
      await requestRight(clerk, { right: 'orders.cancel' });
      await requestRight(clerk, { right: 'orders.place' });
      await assertRefused(requestRight(clerk, { right: 'admin' }), 'invalid');
    });
  });
});

describe('answering', () => {
  it('adds the right to those that are there, and tells', async (t) => {
    const { app, database, admin, clerk, idOfLast } = await stage(t);
    await requestRight(clerk, { right: 'orders.cancel' });
    await answerRequest(admin, { requestId: await idOfLast(), isGranted: true });
    const [member] = await database.owner.sql<{ rights: string[] }>(
      'select rights from membership join person on id = person_id where email = $1',
      [CLERK],
    );
    assert.deepEqual(member?.rights, ['documents.view', 'orders.place', 'orders.cancel']);
    await app.drain();
    const letter = (await app.letters()).find(({ recipient }) => recipient === CLERK);
    assert.match(letter?.text ?? '', /Sie haben jetzt das Recht „Aufträge stornieren“/);
    await assertRefused(answerRequest(admin, { requestId: await idOfLast(), isGranted: false }), 'stale');
  });

  it('declines, and then it may be asked again', async (t) => {
    const { app, admin, clerk, idOfLast, requests } = await stage(t);
    await requestRight(clerk, { right: 'orders.cancel' });
    await answerRequest(admin, { requestId: await idOfLast(), isGranted: false });
    await app.drain();
    assert.match((await app.letters()).at(-1)?.text ?? '', /abgelehnt/);
    await requestRight(clerk, { right: 'orders.cancel' });
    assert.deepEqual(
      (await requests()).map(({ is_granted }) => is_granted),
      [false, null],
    );
  });

  it('is for confirmed administrators of the own firm', async (t) => {
    const { database, admin, clerk, ctxOf, idOfLast } = await stage(t);
    await requestRight(clerk, { right: 'orders.cancel' });
    const input = { requestId: await idOfLast(), isGranted: true };
    const stranger = await ctxOf('admin@d100002.example', 'D100002');
    await assertUnchanged(database, async () => {
      await assertRefused(answerRequest(clerk, input), 'admin-only');
      await assertRefused(
        answerRequest({ ...admin, confirmedAt: undefined }, input),
        'confirmation-required',
      );
      await assertRefused(answerRequest(stranger, input), 'not-found');
      await assertRefused(answerRequest(admin, { ...input, requestId: 4711 }), 'not-found');
    });
  });

  it('counts once when two administrators answer at the same moment', async (t) => {
    const { app, database, admin, clerk, ctxOf, idOfLast } = await stage(t);
    await addPerson(database, { email: 'boss@d100001.example', isAdmin: true });
    const boss = await ctxOf('boss@d100001.example');
    await requestRight(clerk, { right: 'orders.cancel' });
    const requestId = await idOfLast();
    const { done } = outcomes(
      await allAtOnce(database, { sql: 'select from member_request for update' }, [
        () => answerRequest(admin, { requestId, isGranted: true }),
        () => answerRequest(boss, { requestId, isGranted: false }),
      ]),
    );
    assert.equal(done.length, 1);
    await app.drain();
    assert.equal((await app.letters()).filter(({ recipient }) => recipient === CLERK).length, 1);
  });
});

describe('asking to be deleted', () => {
  it('is answered by deleting, and the last administrator stays all the same', async (t) => {
    const { app, database, admin, clerk, idOfLast } = await stage(t);
    await requestDeletion(clerk);
    await requestDeletion(clerk);
    await app.drain();
    assert.deepEqual(
      (await app.letters()).map(({ subject }) => subject),
      ['Jonas Wieland möchte gelöscht werden'],
    );
    await answerRequest(admin, { requestId: await idOfLast(), isGranted: true });
    const left = await database.owner.sql('select from person where email = $1', [CLERK]);
    assert.equal(left.length, 0);
    await requestDeletion(admin);
    await assertRefused(answerRequest(admin, { requestId: await idOfLast(), isGranted: true }), 'last-admin');
  });
});
