import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { openPdfRenderer, type PdfLimits } from './index.ts';
import { pdfText } from './pdf-text.fixture.ts';
import { sampleDocument } from './sample-document.fixture.ts';

const renderer = openPdfRenderer();
after(() => renderer.close());

/** A renderer of its own for what would disturb others. */
function rendererWith(t: { after: (end: () => Promise<void>) => void }, limits: Partial<PdfLimits>) {
  const own = openPdfRenderer(limits);
  t.after(() => own.close());
  return own;
}

/** The processes that this one has started and that run. */
const CHILDREN = `/proc/self/task/${process.pid}/children`;
const children = () => readFileSync(CHILDREN, 'utf8').match(/\d+/g) ?? [];

const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

describe('setting a PDF', () => {
  it('writes what the data say, with every letter of the alphabets that banks take', async () => {
    const text = 'ÄÖÜäöüß ÀÉÎÕÅæøœ Ğğİı ŁłŃń ŘřŠšŽž ŐőŰű ȘșȚț € – „“ ’';
    const pdf = await renderer.render(sampleDocument({ text }));
    assert.match(latin1(pdf), /^%PDF-1\.7/);
    assert.ok(pdfText(pdf).includes(text), pdfText(pdf));
    assert.ok(pdfText(pdf).includes('Donaudampfschifffahrtsgesellschaft '.repeat(9).trim()));
  });

  it('marks it up for screen readers, and says so', async () => {
    const pdf = latin1(await renderer.render(sampleDocument()));
    for (const sign of [
      '/StructTreeRoot',
      '/Marked true',
      '/Lang (de-DE)',
      '<pdfuaid:part>1<',
      '/DisplayDocTitle true',
    ]) {
      assert.ok(pdf.includes(sign), sign);
    }
    assert.match(pdf, /\/S \/H1\b/);
  });

  it('writes PDF/A where a document has to be kept', async () => {
    const pdf = latin1(await renderer.render(sampleDocument({ standard: 'a-2a' })));
    assert.match(pdf, /<pdfaid:part>2<.*<pdfaid:conformance>A</s);
    assert.ok(pdf.includes('/StructTreeRoot'));
  });

  it('gives the same bytes for the same document', async () => {
    const hash = async () =>
      createHash('sha256')
        .update(await renderer.render(sampleDocument()))
        .digest('hex');
    assert.equal(await hash(), await hash());
  });

  it('takes data as text, never as markup', async () => {
    const text = '#panic("x") *bold* $x$ <label> @ref \\ // [a](b) = Title';
    assert.ok(pdfText(await renderer.render(sampleDocument({ text }))).includes(text));
  });

  it('fails for a character that its font lacks instead of taking another font, and goes on', async () => {
    await assert.rejects(renderer.render(sampleDocument({ text: 'Firma 🦊 漢字' })), /could not be set/);
    await assert.rejects(
      renderer.render(sampleDocument({ template: 'no-such-template' })),
      /could not be set/,
    );
    assert.ok(pdfText(await renderer.render(sampleDocument({ text: 'danach' }))).includes('danach'));
  });
});

describe('the queue in front of the process', () => {
  it('refuses what it cannot take on, and does what it took', async (t) => {
    const own = rendererWith(t, { maxWaiting: 1 });
    const taken = [
      own.render(sampleDocument({ text: 'eins' })),
      own.render(sampleDocument({ text: 'zwei' })),
    ];
    await assert.rejects(own.render(sampleDocument()), { refusal: { code: 'busy' } });
    const texts = (await Promise.all(taken)).map(pdfText);
    assert.ok(texts[0]?.includes('eins') && texts[1]?.includes('zwei'));
    assert.ok(pdfText(await own.render(sampleDocument({ text: 'drei' }))).includes('drei'));
  });

  it('goes on with a fresh process when one has made its share', async (t) => {
    const own = rendererWith(t, { documentsPerProcess: 1 });
    const all = await Promise.all([1, 2, 3].map((n) => own.render(sampleDocument({ text: `Nr. ${n}` }))));
    assert.deepEqual(
      all.map((pdf) => /Nr\. \d/.exec(pdfText(pdf))?.[0]),
      ['Nr. 1', 'Nr. 2', 'Nr. 3'],
    );
  });

  it('lets the process go when there is nothing to do, and starts another one', async (t) => {
    if (!existsSync(CHILDREN)) return t.skip('only Linux tells which processes are our children');
    const own = rendererWith(t, { idleSeconds: 0.001 });
    for (const text of ['davor', 'danach']) {
      const before = children();
      assert.ok(pdfText(await own.render(sampleDocument({ text }))).includes(text));
      while (children().length > before.length) await setTimeout(10);
    }
  });

  it('gives up a document that takes too long, and the next one is not affected', async (t) => {
    // a process cannot even start within a microsecond
    const own = rendererWith(t, { timeoutSeconds: 1e-6 });
    const both = await Promise.allSettled([own.render(sampleDocument()), own.render(sampleDocument())]);
    for (const one of both) {
      assert.equal(one.status, 'rejected');
      assert.match(String(one.reason), /no PDF within/);
    }
  });

  it('lets nobody wait for ever when it is closed', async () => {
    const own = openPdfRenderer();
    const waiting = [own.render(sampleDocument()), own.render(sampleDocument())];
    const settled = Promise.allSettled(waiting);
    await own.close();
    assert.deepEqual(
      (await settled).map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    await assert.rejects(own.render(sampleDocument()), /closed/);
  });
});
