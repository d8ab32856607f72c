import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../../test/support/app.ts';
import { assertValidHtml } from '../../../../test/support/html.ts';
import { routes } from '../../../app.ts';
import { FAQ_TOPICS } from '../../../domain/inquiries.ts';
import { answerParagraphs } from './answer-text.ts';
import { publishedFaq } from './queries.ts';
import { searchExpression } from './search-expression.ts';

const portal = await testApp();
const { db } = portal.services;

describe('an answer', () => {
  it('falls into paragraphs with links of the portal', () => {
    assert.deepEqual(answerParagraphs('See [the form](/kontakt?auftrag=A-1).\n\nOr\ncall.\n\n \n'), [
      [{ text: 'See ' }, { text: 'the form', href: '/kontakt?auftrag=A-1' }, { text: '.' }],
      [{ text: 'Or\ncall.' }],
    ]);
  });

  for (const text of [
    '[x](https://evil.example)',
    '[x](//evil.example)',
    '[x](/\\evil.example)',
    '[x](javascript:alert(1))',
    '[](/kontakt)',
    '[x](kontakt)',
    '[x](/a b)',
  ]) {
    it(`has no link in ${text}`, () => assert.deepEqual(answerParagraphs(text), [[{ text }]]));
  }
});

describe('what is searched for', () => {
  it('is only letters and digits, each word perhaps a beginning', () => {
    assert.equal(searchExpression("Storno & 'verg!:*", 'all'), 'Storno:* & verg:*');
    assert.equal(searchExpression('stornierte', 'all'), '(stornierte:* | stornie:*)');
    assert.equal(searchExpression('SEPA, Mandat', 'any'), 'SEPA:* | Mandat:*');
    assert.equal(searchExpression(' &|!():*<-> ', 'all'), undefined);
    assert.equal(searchExpression('a b c d e f g h i j', 'any')?.split('|').length, 8);
  });
});

describe('the answers that every portal begins with', () => {
  it('are at least twenty, of every topic, and lead only to addresses that there are', async () => {
    const entries = await publishedFaq(db);
    assert.ok(entries.length >= 20);
    assert.deepEqual([...new Set(entries.map(({ topic }) => topic))].sort(), [...FAQ_TOPICS].sort());
    const known = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
    for (const { question, answer } of entries) {
      const [german, english] = (['de', 'en'] as const).map((language) => {
        assert.ok(question[language] && answer[language]);
        return answerParagraphs(answer[language])
          .flat()
          .flatMap(({ href }) => href ?? []);
      });
      assert.deepEqual(german, english, `${question.de}: the same links in both languages`);
      for (const href of german ?? []) assert.ok(known.has(href), `${question.de} leads to ${href}`);
    }
  });
});

describe('the help page', () => {
  const read = async (address: string) => {
    const page = await portal.client().get(address);
    assert.equal(page.status, 200, address);
    return page;
  };

  it('shows everything by topic to a visitor, in both languages', async () => {
    for (const [address, heading] of [
      ['/hilfe', 'Zugang und Anmeldung'],
      ['/hilfe?lang=en', 'Access and signing in'],
    ] as const) {
      const page = await read(address);
      assert.match(page.text, new RegExp(heading));
      assert.match(page.text, /(2\d|3\d) (Fragen und Antworten|questions and answers)/);
      await assertValidHtml(page.html);
    }
  });

  for (const [search, found] of [
    ['passwort vergessen', /Ich habe mein Passwort vergessen/],
    ['vergess', /Ich habe mein Passwort vergessen/],
    ['Einzugsermächtigung', /SEPA-Lastschriftmandat/],
    ['stornierte', /storniere ich einen Auftrag/],
    ['2FA', /Anmeldung in zwei Schritten/],
    // not all of the words are anywhere, some are
    ['Passwort Quastenflosser', /Ich habe mein Passwort vergessen/],
  ] as const) {
    it(`finds "${search}" without JavaScript`, async () => {
      const page = await read(`/hilfe?q=${encodeURIComponent(search)}`);
      assert.match(page.text, found);
      assert.match(page.text, /Antwort(en)? gefunden/);
    });
  }

  it('finds the English words in English', async () => {
    assert.match((await read('/hilfe?lang=en&q=cancelled')).text, /How do I change or cancel an order/);
  });

  it('says that it has no answer, and where to ask', async () => {
    for (const search of [
      'Quastenflosser',
      '&|!',
      "'; drop table faq_entry; --",
      '\u0000',
      'x'.repeat(10_000),
    ]) {
      const page = await read(`/hilfe?q=${encodeURIComponent(search)}`);
      if (!/drop/.test(search)) assert.match(page.text, /noch keine Antwort|Fragen und Antworten/);
      assert.match(page.html, /href="\/kontakt"/);
    }
    assert.equal((await publishedFaq(db)).length >= 20, true);
  });

  it('says whether somebody is there now, and when again', async () => {
    portal.clock.set('2026-11-23T17:59:59');
    assert.match((await read('/hilfe')).text, /Jetzt erreichbar, heute bis 18:00 Uhr/);
    portal.clock.set('2026-11-23T18:00:00');
    const closed = await read('/hilfe');
    assert.match(closed.text, /Zurzeit nicht erreichbar, wieder ab Di., 24.11.2026, 08:00 Uhr/);
    assert.match(closed.text, /Montag bis Freitag 08:00–18:00 Uhr/);
    portal.clock.set('2026-12-25T10:00');
    assert.match((await read('/hilfe')).text, /Heute ist geschlossen: 1. Weihnachtstag/);
    portal.clock.set('2026-12-21T10:00');
    assert.match((await read('/hilfe?lang=en')).text, /Closed in the near future.*Christmas Eve/);
    portal.clock.set('2026-11-23T10:00');
  });
});
