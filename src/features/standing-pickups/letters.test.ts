import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { type FirmIds, idsOf, leavePlaces } from '../../../test/support/orders.ts';
import { addDate, moveDate, restoreDate, skipDate } from './change-date.ts';
import { changePlan } from './change-plan.ts';
import { endPlan, pausePlan, removePause } from './pause-plan.ts';
import { planInput } from './plans.fixture.ts';
import { setUpPlan } from './set-up-plan.ts';

/** A firm whose administrator reads German, and one whose administrator reads English. */
const FIRMS = { de: ['D100001', 'Kanzlei'], en: ['D100003', 'Lager'] } as const;

const form = (number: string, more: Record<string, unknown>) => ({ number, key: randomUUID(), ...more });

async function firm(t: TestContext, language: keyof typeof FIRMS) {
  const [customer, label] = FIRMS[language];
  const portal = await testApp({ at: '2026-11-23T10:00' }, t);
  const admin = await ctxFor({ db: portal.services.db, jobs: portal.services.jobs, customer });
  assert.equal(admin.language, language);
  const ids = await idsOf(portal.database, customer);
  const own: FirmIds = { ...ids, address: () => ids.address(label) };
  const answers = (changes: Record<string, unknown> = {}) => planInput(own, changes);
  return { portal, admin, answers };
}

/** Everything that can be done to a plan, one after the other; answers the letters. */
async function everything(t: TestContext, language: keyof typeof FIRMS) {
  const { portal, admin, answers } = await firm(t, language);
  const { number } = await setUpPlan(admin, answers({ driverHint: '<b>Hof</b>' }));
  await portal.drain();
  const done = async (work: Promise<unknown>) => {
    await work;
    await portal.drain();
  };
  await done(skipDate(admin, form(number, { date: '2026-12-02' })));
  await done(restoreDate(admin, form(number, { date: '2026-12-02' })));
  await done(moveDate(admin, form(number, { date: '2026-12-02', slot: '2026-12-03T15:00' })));
  await done(addDate(admin, form(number, { slot: '2026-12-04T12:00' })));
  await done(pausePlan(admin, form(number, { from: '2026-12-14', until: '2026-12-18', reason: 'Inventur' })));
  const [pause] = await portal.database.owner.sql<{ id: number }>('select id from standing_pickup_pause');
  await done(removePause(admin, form(number, { pause: pause?.id })));
  const [plan] = await portal.database.owner.sql<{ revision: number }>(
    'select revision from standing_pickup',
  );
  const { key: _, validFrom: __, validUntil: ___, ...terms } = answers({ window: '15:00' });
  await done(changePlan(admin, form(number, { ...terms, from: '2026-12-21', revision: plan?.revision })));
  await done(endPlan(admin, form(number, { lastDate: '2027-01-29' })));
  return { number, letters: await portal.letters() };
}

describe('the letters about a standing pickup', () => {
  it('tell what was done, what the plan says, and which dates come next', async (t) => {
    const { number, letters } = await everything(t, 'de');
    assert.deepEqual(
      letters.map(({ recipient, subject }) => [recipient, subject]),
      [
        `Regelabholung ${number} eingerichtet`,
        `Regelabholung ${number}: ein Termin fällt aus`,
        `Regelabholung ${number}: ein Termin gilt wieder`,
        `Regelabholung ${number}: ein Termin ist verschoben`,
        `Regelabholung ${number}: ein zusätzlicher Termin`,
        `Regelabholung ${number}: Pause eingetragen`,
        `Regelabholung ${number}: Pause gestrichen`,
        `Regelabholung ${number} geändert`,
        `Regelabholung ${number} beendet`,
      ].map((subject) => ['admin@d100001.example', subject]),
    );
    const [setUp = '', skipped = '', , moved = '', , paused = '', , changed = '', ended = ''] = letters.map(
      ({ text }) => text,
    );
    assert.match(setUp, /Tage: Montag, Mittwoch/);
    assert.match(setUp, /Montag, 30\. November 2026: 12:00–13:00 Uhr/);
    assert.match(skipped, /Am Mittwoch, 2\. Dezember 2026 kommen wir wie gewünscht nicht/);
    assert.doesNotMatch(skipped, /Mittwoch, 2\. Dezember 2026: /);
    assert.match(moved, /Donnerstag, 3\. Dezember 2026: 15:00–16:00 Uhr/);
    assert.match(paused, /Die Pause ab Montag, 14\. Dezember 2026/);
    assert.match(changed, /ab Montag, 21\. Dezember 2026 geändert/);
    assert.match(ended, /endet am Freitag, 29\. Januar 2027/);
    for (const { text, html } of letters) {
      assert.ok(text.includes(`http://portal.test/abholungen/regelmaessig/${number}`));
      assert.doesNotMatch(`${text}${html}`, /undefined|\[object|<b>Hof/);
    }
  });

  it('are in English for who reads English', async (t) => {
    const { number, letters } = await everything(t, 'en');
    assert.deepEqual(
      letters.map(({ subject }) => subject),
      [
        `Standing pickup ${number} set up`,
        `Standing pickup ${number}: one date is left out`,
        `Standing pickup ${number}: a date holds again`,
        `Standing pickup ${number}: one date is moved`,
        `Standing pickup ${number}: one date more`,
        `Standing pickup ${number}: pause entered`,
        `Standing pickup ${number}: pause removed`,
        `Standing pickup ${number} changed`,
        `Standing pickup ${number} ended`,
      ],
    );
    const [setUp = '', skipped = ''] = letters.map(({ text }) => text);
    assert.match(setUp, /Days: Monday, Wednesday/);
    assert.match(skipped, /we do not come on Wednesday, 2 December 2026/);
    for (const { text } of letters) {
      assert.doesNotMatch(text, /\b(Termin|Regelabholung|Montag|Uhr|Tage|Pause ab|Dezember)\b/);
    }
  });

  for (const [language, subject, blocked] of [
    ['de', /Regelabholung RA-\d+ eingerichtet/, /Nicht gebucht: Mittwoch, 2\. Dezember 2026/],
    ['en', /Standing pickup RA-\d+ set up/, /Not booked: Wednesday, 2 December 2026/],
  ] as const) {
    it(`name the dates that found no place (${language})`, async (t) => {
      const { portal, admin, answers } = await firm(t, language);
      // whatever zone the address is in
      const pools = await portal.database.owner.sql<{ pool: string }>(
        "select distinct pool from time_window where pool like 'pickup-standing%' and starts = '12:00'",
      );
      for (const { pool } of pools) await leavePlaces(portal.database, pool, '2026-12-02T12:00', 0);
      await setUpPlan(admin, answers());
      await portal.drain();
      const [letter] = await portal.letters();
      assert.match(letter?.subject ?? '', subject);
      assert.match(letter?.text ?? '', blocked);
    });
  }

  it('stay away from who wants none', async (t) => {
    const { portal, admin, answers } = await firm(t, 'de');
    await portal.database.owner.sql(
      `insert into notification_preference
         (person_id, order_confirmations, status_changes, deadline_reminders, new_documents)
       select id, false, false, true, true from person where email = 'admin@d100001.example'`,
    );
    const { number } = await setUpPlan(admin, answers());
    await skipDate(admin, form(number, { date: '2026-12-02' }));
    await portal.drain();
    assert.deepEqual(await portal.letters(), []);
  });
});
