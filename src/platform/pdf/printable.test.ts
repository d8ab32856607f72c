import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { openPdfRenderer, printable } from './index.ts';
import { pdfText } from './pdf-text.fixture.ts';
import { sampleDocument } from './sample-document.fixture.ts';

const renderer = openPdfRenderer();
after(() => renderer.close());

it('leaves alone only what the font can write', async () => {
  const all = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
    (character) => character !== '?' && character.trim() !== '' && printable(character) === character,
  );
  assert.ok(all.length > 450, `${all.length} characters`);
  await renderer.render(sampleDocument({ text: all.join(' ') }));
});

it('writes a question mark for the rest, and never fails', async () => {
  assert.equal(printable('Firma 🦊 漢字 Łódź Ωμέγα Ёж'), 'Firma ? ?? Łódź Ωμέγα Ёж');
  assert.equal(printable('a\u00a0b\u202fc\td\u0000e\ud800'), 'a b c d?e?');
  const text = printable(Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(at * 37)).join(''));
  assert.match(pdfText(await renderer.render(sampleDocument({ text }))), /\?/);
});
