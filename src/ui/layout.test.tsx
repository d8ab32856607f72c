import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Frame } from './frame.ts';
import { withLanguage } from './layout/language-switch.tsx';
import { Layout } from './layout.tsx';
import { telephone } from './parts/phone-link.tsx';
import { renderPage } from './render.ts';
import { sampleFrame } from './sample.fixture.tsx';

const page = (frame: Frame, failed = false) =>
  renderPage(
    <Layout frame={frame} title="Aufträge" active="/auftraege" failed={failed}>
      <h1>Aufträge</h1>
    </Layout>,
  );

async function visitorFrame(address: string): Promise<Frame> {
  const { viewer: _, ...frame } = await sampleFrame('de', { address, demo: false });
  return frame;
}

describe('layout', () => {
  it('names page, portal and carrier in the language of the reader', async () => {
    const german = page(await sampleFrame('de'));
    assert.match(german, /^<!doctype html><html lang="de">/);
    assert.match(german, /<title>Aufträge – Kundenportal Spreebrief<\/title>/);
    const english = page(await sampleFrame('en'), true);
    assert.match(english, /<html lang="en">/);
    assert.match(english, /<title>Error: Aufträge – Customer portal Spreebrief<\/title>/);
  });

  it('marks the entry that the page belongs to', async () => {
    assert.match(page(await sampleFrame()), /<a href="\/auftraege" aria-current="page">Aufträge<\/a>/);
  });

  it('hides entries behind which the viewer would be refused', async () => {
    const frame = await sampleFrame();
    assert.match(page(frame), /href="\/bestellen"/);
    const powerless = { ...frame, viewer: frame.viewer && { ...frame.viewer, can: () => false } };
    assert.doesNotMatch(page(powerless), /href="\/bestellen"/);
    assert.match(page(powerless), /href="\/auftraege"/);
  });

  it('shows another navigation where the frame brings one', async () => {
    const html = page(
      await sampleFrame('en', { nav: [{ href: '/desk', text: { de: 'Heute', en: 'Today' } }] }),
    );
    assert.match(html, /<a href="\/desk">Today<\/a>/);
    assert.doesNotMatch(html, /href="\/auftraege"/);
  });

  it('says how many notices are new, and nothing where there are none to read', async () => {
    assert.match(page(await sampleFrame()), /href="\/mitteilungen".*Mitteilungen, 3 neue/);
    const { notices: _, ...without } = await sampleFrame('en');
    assert.doesNotMatch(page(without), /mitteilungen/);
    const many = page({ ...without, notices: { href: '/mitteilungen', unread: 100 } });
    assert.match(many, /Notices, 100 new<.*>99\+</);
  });

  it('says beside the orders and on the button of the menu how many wait for approval, if any does', async () => {
    assert.doesNotMatch(page(await sampleFrame()), /freigaben/);
    const approvals = { href: '/freigaben', waiting: 1 };
    const html = page(await sampleFrame('de', { approvals }));
    assert.match(
      html,
      /href="\/auftraege"[^>]*>Aufträge<\/a><a class="waiting" href="\/freigaben" title="1 Auftrag wartet auf Ihre Freigabe">/,
    );
    assert.match(html, /<summary>Menü<span class="count" aria-hidden="true">1</);
    const many = page(await sampleFrame('en', { approvals: { ...approvals, waiting: 100 } }));
    assert.match(many, />99\+<.*More than 99 orders wait for your approval/);
  });

  it('lets a signed-in person change the language and leave by POST, with the token', async () => {
    const html = page(await sampleFrame());
    for (const action of ['/sprache', '/abmelden']) {
      assert.match(
        html,
        new RegExp(`method="post" action="${action}"[^>]*><input type="hidden" name="_csrf" value="token-1"`),
      );
    }
    assert.match(html, /name="language" value="en"/);
    assert.match(html, /name="back" value="\/auftraege\?status=open"/);
  });

  it('gives a visitor a link to the other language, and neither navigation nor form', async () => {
    const html = page(await visitorFrame('/anmelden?next=%2Fauftraege'));
    assert.match(html, /href="\/anmelden\?next=%2Fauftraege&amp;lang=en"/);
    assert.doesNotMatch(html, /<nav class="main-nav"|<form/);
  });

  it('says that a demo is one, and only then', async () => {
    assert.match(page(await sampleFrame()), /href="\/vorfuehrung\/postfach"/);
    assert.doesNotMatch(page(await visitorFrame('/')), /postfach/);
  });
});

describe('addresses', () => {
  it('take a language in place of the one that they have', () => {
    assert.equal(withLanguage('/', 'en'), '/?lang=en');
    assert.equal(withLanguage('/hilfe?lang=en&a=1', 'de'), '/hilfe?lang=de&a=1');
    assert.equal(withLanguage('/x?q=a?b', 'en'), '/x?q=a%3Fb&lang=en');
  });

  it('of phones hold digits only', () => {
    assert.equal(telephone('030 5550-1234'), 'tel:03055501234');
    assert.equal(telephone('+49 (0)30 / 1'), 'tel:+490301');
  });
});
