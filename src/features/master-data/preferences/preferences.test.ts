import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../../test/support/app.ts';
import { outcomes } from '../../../../test/support/at-once.ts';
import { carrierCtx, ctxFor } from '../../../../test/support/context.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { idsOf, pickupInput } from '../../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { wantsLetters } from '../../customers/index.ts';
import { cancelOrder } from '../../orders/index.ts';
import { bookPickup } from '../../pickups/index.ts';
import { auditAbout } from '../test-support/master-data.fixture.ts';
import { changePreferences } from './change-preferences.ts';
import { findPreferences } from './queries.ts';

const everything = {
  version: 0,
  language: 'de',
  orderConfirmations: 'on',
  statusChanges: 'on',
  deadlineReminders: 'on',
  newDocuments: 'on',
};

const personOf = (ctx: Awaited<ReturnType<typeof ctxFor>>) =>
  ctx.actor.kind === 'person' ? ctx.actor.personId : 0;

describe('preferences', () => {
  it('are everything as long as somebody has not chosen', async (t) => {
    const { app: db } = await testDatabase(t);
    const ctx = await ctxFor({ db });
    assert.deepEqual(await db.transaction(ctx.customer.id, (tx) => findPreferences(tx, personOf(ctx))), {
      version: 0,
      values: {
        language: 'de',
        orderConfirmations: true,
        statusChanges: true,
        deadlineReminders: true,
        newDocuments: true,
        completions: false,
        steps: false,
      },
    });
  });

  it('are the person’s own, and noted with before and after', async (t) => {
    const database = await testDatabase(t);
    const { app: db } = database;
    const ctx = await ctxFor({ db, user: 'mitarbeit', grants: { rights: [] } });
    const colleague = await ctxFor({ db });
    await changePreferences(ctx, { ...everything, language: 'en', deadlineReminders: undefined });
    const find = (who: typeof ctx) =>
      db.transaction(who.customer.id, (tx) => findPreferences(tx, personOf(who)));
    assert.deepEqual((await find(ctx))?.values.language, 'en');
    assert.deepEqual((await find(colleague))?.version, 0);
    const [entry] = await auditAbout(database, `preferences/${personOf(ctx)}`);
    assert.deepEqual(
      [entry?.before, entry?.after],
      [
        { language: 'de', deadlineReminders: true },
        { language: 'en', deadlineReminders: false },
      ],
    );
    await assertUnchanged(database, () =>
      changePreferences(ctx, { ...everything, language: 'en', deadlineReminders: false }),
    );
  });

  it('tell the second of two windows that the first was faster', async (t) => {
    const database = await testDatabase(t);
    const ctx = await ctxFor({ db: database.app });
    const settled = await Promise.allSettled([
      changePreferences(ctx, { ...everything, statusChanges: undefined }),
      changePreferences(ctx, { ...everything, newDocuments: undefined }),
    ]);
    const { done, failed } = outcomes(settled);
    assert.equal(done.length, 1);
    await assertRefused(Promise.reject(failed[0]), 'stale');
  });

  it('are for people, in a language that we speak', async (t) => {
    const database = await testDatabase(t);
    const ctx = await ctxFor({ db: database.app });
    await assertUnchanged(database, async () => {
      await assertRefused(changePreferences(ctx, { ...everything, language: 'fr' }), {
        code: 'invalid',
        fields: [{ field: 'language', problem: 'unknown' }],
      });
      const carrier = carrierCtx({ db: database.app, customer: ctx.customer });
      await assertRefused(changePreferences(carrier, everything), 'not-signed-in');
    });
  });

  it('decide which letters about orders go out', async (t) => {
    const portal = await testApp({}, t);
    const { database, services } = portal;
    const ctx = await ctxFor({ db: services.db, jobs: services.jobs });
    const ids = await idsOf(database);
    const [first] = await bookPickup(ctx, pickupInput(ids));
    await portal.drain();
    assert.deepEqual(
      (await portal.letters()).map(({ subject }) => subject),
      [`Auftragsbestätigung ${first?.number}`],
    );

    await changePreferences(ctx, { ...everything, orderConfirmations: undefined });
    const [second] = await bookPickup(ctx, pickupInput(ids, { slot: '2026-12-01T10:00' }));
    await cancelOrder(ctx, { number: first?.number });
    await portal.drain();
    const subjects = (await portal.letters()).map(({ subject }) => subject);
    assert.deepEqual(subjects.slice(1), [`Stornierung ${first?.number}`]);

    await changePreferences(ctx, { ...everything, version: 1, statusChanges: undefined });
    await cancelOrder(ctx, { number: second?.number });
    await portal.drain();
    assert.equal((await portal.letters()).length, 2);
    const wants = (kind: Parameters<typeof wantsLetters>[2]) =>
      services.db.transaction(ctx.customer.id, (tx) => wantsLetters(tx, personOf(ctx), kind));
    assert.deepEqual(
      [await wants('orderConfirmations'), await wants('statusChanges'), await wants('newDocuments')],
      [true, false, true],
    );
  });
});
