import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs } from '../../../test/support/jobs.ts';
import { findCarrier } from '../../platform/carrier/carrier.ts';
import { openPdfRenderer } from '../../platform/pdf/index.ts';
import { pdfText } from '../../platform/pdf/pdf-text.fixture.ts';
import { bookDropOff } from './book-drop-off.ts';
import { changeDropOff } from './change/change-drop-off.ts';
import { findDropOff } from './find-drop-off.ts';
import { manifestDocument } from './manifest-document.ts';
import { adInput, dropOffInput } from './test-support/sample.fixture.ts';

const database = await testDatabase();
const { app: db } = database;
const carrier = (await findCarrier(db)) ?? assert.fail('no carrier');
const jobs = await testJobs(database);
const admin = await ctxFor({ db, jobs });
const renderer = openPdfRenderer();
after(() => renderer.close());

async function manifestOf(number: string, language: 'de' | 'en' = 'de') {
  const dropOff = await db.transaction(admin.customer.id, (tx) => findDropOff(tx, { number }));
  const pdf = await renderer.render(manifestDocument(dropOff, admin.customer, carrier, language));
  return { text: pdfText(pdf), raw: Buffer.from(pdf).toString('latin1'), dropOff };
}

describe('the manifest of a drop-off', () => {
  it('says who brings what, when and where, and carries its code as text and picture', async () => {
    const [order] = await bookDropOff(admin, adInput({ note: 'Rampe 2', reference: 'Winteraktion' }));
    const { text, raw, dropOff } = await manifestOf(order?.number ?? '');
    for (const said of [
      'Einlieferungsliste',
      dropOff.announced.manifestCode,
      'Kundennummer D100001',
      `Auftrag ${order?.number}`,
      '30.11.2026',
      'Depot Kreuzberg',
      'Winteraktion',
      'Rampe 2',
      '1.000 20',
      'offenes Muster',
      'Gewicht zusammen 20,0 kg',
    ])
      assert.ok(text.includes(said), `${said} in ${text}`);
    assert.match(raw, new RegExp(`/Alt \\(QR-Code der Einlieferung ${dropOff.announced.manifestCode}\\)`));
    assert.ok(raw.includes('/StructTreeRoot'));
    assert.match(raw, /<pdfuaid:part>1</);
  });

  it('shows the newest version under the same code, and which one it is', async () => {
    const [order] = await bookDropOff(admin, dropOffInput());
    const before = await manifestOf(order?.number ?? '');
    const { kind: _, ...answers } = dropOffInput({ items: { LETTER_STD: { pieces: 777, grams: 20 } } });
    await changeDropOff(admin, { ...answers, number: order?.number, version: 1 });
    const after = await manifestOf(order?.number ?? '', 'en');
    assert.equal(after.dropOff.announced.manifestCode, before.dropOff.announced.manifestCode);
    assert.ok(after.text.includes('777'));
    assert.ok(after.text.includes('Version 2'));
  });

  it('can be set whatever somebody typed', async () => {
    const [order] = await bookDropOff(
      admin,
      dropOffInput({ note: `漢字 🦊 #panic("x") ${'W'.repeat(300)}`, reference: '*bold* $x$ <b>' }),
    );
    const { text } = await manifestOf(order?.number ?? '');
    assert.ok(text.includes('*bold* $x$ <b>'));
  });
});
