import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { PageHeading } from './index.ts';
import { Layout } from './layout.tsx';
import { renderPage } from './render.ts';
import { HOSTILE, SamplePage, sampleFrame } from './sample.fixture.tsx';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Matters of style that Preact decides.
    'doctype-style': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // The table names its roles, because it is laid out as cards on a phone.
    'no-redundant-role': 'off',
    // Everything comes from our own address.
    'require-sri': 'off',
    // The sample's is long because it is hostile.
    'long-title': 'off',
  },
});

async function complaints(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map((message) => `${message.ruleId}: ${message.message} (${message.selector})`),
  );
}

describe('markup', () => {
  for (const language of ['de', 'en'] as const) {
    it(`of every part is valid HTML (${language})`, async () => {
      const frame = await sampleFrame(language);
      assert.deepEqual(await complaints(renderPage(<SamplePage frame={frame} />)), []);
    });
  }

  it('of a page for visitors is valid HTML', async () => {
    const { viewer: _, ...visitor } = await sampleFrame();
    const page = (
      <Layout frame={visitor} title="Anmelden" width="narrow">
        <PageHeading title="Anmelden" />
      </Layout>
    );
    assert.deepEqual(await complaints(renderPage(page)), []);
  });

  it('holds nothing that the content security policy forbids', async () => {
    const html = renderPage(<SamplePage frame={await sampleFrame()} />);
    const tags = html.replaceAll(/"[^"]*"/g, '""').match(/<[a-z][^>]*>/g) ?? [];
    assert.deepEqual(
      tags.filter((tag) => /^<style|\sstyle|\son\w+=/.test(tag)),
      [],
    );
    assert.deepEqual(
      tags.filter((tag) => tag.startsWith('<script')),
      ['<script type="" src="">'],
    );
  });
});

describe('hostile text', () => {
  it('stays text wherever a part shows it', async () => {
    const html = renderPage(<SamplePage frame={await sampleFrame()} />);
    assert.doesNotMatch(html, /<script>|<img/);
    assert.ok(!html.includes(HOSTILE));
    // Sixteen places and more: text, attributes, a textarea, an option, cells and their labels.
    assert.ok(html.split('&lt;script>').length > 16);
  });

  it('does not break out of the parts that are written as templates', async () => {
    const html = renderPage(<SamplePage frame={await sampleFrame()} />);
    const cell = /<td role="cell" data-label="([^"]*)">(.*?)<\/td>/.exec(html);
    const decoded = (text = '') =>
      text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    assert.equal(decoded(cell?.[1]), HOSTILE);
    assert.equal(decoded(cell?.[2]), HOSTILE);
  });
});
