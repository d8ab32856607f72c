import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type PdfDocument, type PdfRenderer, rememberingRenderer } from './index.ts';
import { sampleDocument } from './sample-document.fixture.ts';

/** Counts what it is asked for; fails as long as it is told to. */
function counting() {
  const asked: PdfDocument[] = [];
  const state = { fails: false };
  const renderer: PdfRenderer = {
    async render(document) {
      asked.push(document);
      if (state.fails) throw new Error('out of paper');
      return Uint8Array.of(asked.length);
    },
    close: () => Promise.resolve(),
  };
  return { renderer, asked, state };
}

const called = (text: string) => sampleDocument({ text });

describe('a renderer that remembers', () => {
  it('sets equal documents once, also when they are asked for at the same time', async () => {
    const { renderer, asked } = counting();
    const own = rememberingRenderer(renderer, 4);
    const [one, two] = await Promise.all([own.render(called('a')), own.render(called('a'))]);
    assert.equal(one, two);
    assert.equal(await own.render(called('a')), one);
    assert.equal(asked.length, 1);
  });

  it('tells documents apart by everything that goes into them', async () => {
    const { renderer, asked } = counting();
    const own = rememberingRenderer(renderer, 10);
    await own.render(called('a'));
    await own.render(called('b'));
    await own.render({ ...called('a'), template: 'other' });
    await own.render({ ...called('a'), standard: 'a-3a' });
    await own.render({ ...called('a'), at: Temporal.Instant.fromEpochMilliseconds(0) });
    assert.equal(asked.length, 5);
  });

  it('forgets what was not asked for the longest', async () => {
    const { renderer, asked } = counting();
    const own = rememberingRenderer(renderer, 2);
    for (const text of ['a', 'b', 'a', 'c', 'a']) await own.render(called(text));
    assert.equal(asked.length, 3);
    await own.render(called('b'));
    assert.equal(asked.length, 4);
  });

  it('does not remember a failure', async () => {
    const { renderer, asked, state } = counting();
    const own = rememberingRenderer(renderer, 2);
    state.fails = true;
    await assert.rejects(own.render(called('a')), /out of paper/);
    state.fails = false;
    await own.render(called('a'));
    assert.equal(asked.length, 2);
  });
});
