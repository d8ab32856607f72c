import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { lastAudit } from '../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { clerkAt, clerkCtx } from '../../../test/support/staff.ts';
import { addFaqEntry, changeFaqEntry } from './write-entry.ts';

const portal = await testApp();
const { database, services, clock } = portal;
const clerk = await clerkCtx(database, { jobs: services.jobs, now: clock(), roles: ['care'] });
const entry = {
  topic: 'data',
  position: '5',
  questionDe: 'Wie heißt der Quastenflosser?',
  questionEn: 'What is the coelacanth called?',
  answerDe: 'Latimeria.',
  answerEn: 'Latimeria.',
  keywordsDe: 'Fossil',
  keywordsEn: 'fossil',
  published: '1',
};
const read = async (search: string) =>
  (await portal.client().get(`/hilfe?q=${encodeURIComponent(search)}`)).text;

describe('an answer of the help pages', () => {
  it('is added, found by customers, changed and taken off again, each time with an entry in the log', async () => {
    const { id } = await addFaqEntry(clerk, entry);
    assert.match(await read('quastenflosser'), /1 Antwort gefunden.*Latimeria/);
    assert.match(await read('Fossil'), /Latimeria/);
    await changeFaqEntry(clerk, { ...entry, id, version: 1, answerDe: 'Latimeria chalumnae.' });
    assert.match(await read('quastenflosser'), /chalumnae/);
    const log = await lastAudit(database, 'faq.change');
    assert.equal((log?.before as Record<string, string> | undefined)?.answerDe, 'Latimeria.');
    assert.equal((log?.after as Record<string, string> | undefined)?.answerDe, 'Latimeria chalumnae.');
    await assertRefused(changeFaqEntry(clerk, { ...entry, id, version: 1 }), 'stale');
    await changeFaqEntry(clerk, { ...entry, id, version: 2, published: '' });
    assert.match(await read('quastenflosser'), /noch keine Antwort/);
  });

  it('is complete in both languages and within bounds, or nothing is written', async () => {
    const wrong: Record<string, readonly unknown[]> = {
      topic: ['', 'pizza', undefined],
      position: ['', '-1', '1.5', '10001', 'x'],
      questionDe: ['', ' ', 'x'.repeat(201), undefined],
      questionEn: ['', 'x'.repeat(201)],
      answerDe: ['', '\u200b', 'x'.repeat(5001)],
      answerEn: ['', undefined],
      keywordsDe: ['x'.repeat(301)],
      published: ['yes'],
    };
    await assertUnchanged(database, async () => {
      for (const [field, values] of Object.entries(wrong)) {
        for (const value of values) {
          await assertRefused(addFaqEntry(clerk, { ...entry, [field]: value }), 'invalid');
          await assertRefused(
            changeFaqEntry(clerk, { ...entry, id: 1, version: 1, [field]: value }),
            'invalid',
          );
        }
      }
      await assertRefused(changeFaqEntry(clerk, { ...entry, id: 999_999, version: 1 }), 'not-found');
    });
  });

  it('is written by care alone', async () => {
    const billing = await clerkCtx(database, {
      jobs: services.jobs,
      now: clock(),
      roles: ['billing', 'catalogue', 'dispatch'],
    });
    const customer = await ctxFor({ db: services.db });
    await assertUnchanged(database, async () => {
      await assertRefused(addFaqEntry(billing, entry), 'staff-role-required');
      await assertRefused(changeFaqEntry(billing, { ...entry, id: 1, version: 1 }), 'staff-role-required');
      await assertRefused(addFaqEntry(customer, entry), 'not-found');
    });
  });

  it('is written on its page; whoever comes second sees both', async () => {
    const first = await clerkAt(portal, 'care');
    const second = await clerkAt(portal, 'care');
    const list = await first.get('/desk/hilfe');
    await assertValidHtml(list.html);
    await first.get('/desk/hilfe/neu');
    const missing = await first.submit('/desk/hilfe/neu', { ...entry, answerEn: '' });
    assert.equal(missing.status, 422);
    assert.match(missing.text, /Antwort \(Englisch\): /);
    await assertValidHtml(missing.html);
    const saved = await first.submit('/desk/hilfe/neu', { ...entry, questionDe: '<i>Wie?</i>' });
    assert.match(saved.text, /Gespeichert/);
    const address = saved.address.replace('?ok=1', '');
    await second.get(address);
    await first.submit(address, { answerDe: 'Anders.' });
    const stale = await second.submit(address, { answerDe: 'Ganz anders.' });
    assert.equal(stale.status, 409);
    assert.match(stale.text, /inzwischen geändert.*Anders\..*Ganz anders\./s);
    await assertValidHtml(stale.html);
    assert.doesNotMatch((await portal.client().get('/hilfe')).html, /<i>Wie/);
    for (const id of ['0', 'x', '999999', '1e9', "1'"]) {
      assert.equal((await first.get(`/desk/hilfe/${encodeURIComponent(id)}`)).status, 404, id);
    }
  });
});
