import assert from 'node:assert/strict';
import { it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { personIdFor } from '../../../test/support/people.ts';
import { type SecurityChange, securityChanged } from './jobs.ts';
import { words } from './words.ts';

const HENRIKE = 'admin@d100001.example';

it('tells the person in their language what changed, when, and what to do if it was not they', async (t) => {
  const portal = await testApp({}, t);
  const { database, services } = portal;
  const [firm] = await database.owner.sql<{ id: number }>("select id from customer where number = 'D100001'");
  const personId = await personIdFor(database, HENRIKE);
  const changes = Object.keys(words.de.what) as SecurityChange[];
  for (const language of ['de', 'en'] as const) {
    await database.owner.sql('update person set language = $1', [language]);
    for (const what of changes) {
      const job = { customerId: firm?.id ?? 0, personId, what, at: '2026-11-23T09:00:00Z' };
      await database.app.transaction(undefined, (tx) => services.jobs.enqueue(tx, securityChanged, job));
    }
    await portal.drain();
  }
  const letters = await portal.letters();
  assert.equal(letters.length, 2 * changes.length);
  assert.equal(new Set(letters.map(({ subject }) => subject)).size, 2 * changes.length);
  for (const [at, { recipient, subject, text, html }] of letters.entries()) {
    const isGerman = at < changes.length;
    assert.equal(recipient, HENRIKE);
    for (const body of [text, html]) {
      for (const part of [
        'Henrike Brandt',
        isGerman ? '23.11.2026, 10:00 Uhr' : '23 Nov 2026, 10:00',
        '/konto/sicherheit',
      ]) {
        assert.ok(body.includes(part), `${part} is missing in "${subject}"`);
      }
    }
    assert.match(text, isGerman ? /Sie waren das nicht\?/ : /It was not you\?/);
  }
});

it('writes nothing to somebody who has left the firm', async (t) => {
  const portal = await testApp({}, t);
  const job = { customerId: 1, personId: 999_999, what: 'totp-removed', at: '2026-11-23T09:00:00Z' } as const;
  await portal.database.app.transaction(undefined, (tx) =>
    portal.services.jobs.enqueue(tx, securityChanged, job),
  );
  assert.equal(await portal.drain(), 1);
  assert.deepEqual(await portal.letters(), []);
});
