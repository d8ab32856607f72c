import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { crc32, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { type XlsxTable, xlsxChunks } from './index.ts';

async function bytesOf(table: XlsxTable): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsxChunks(table)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Reads a zip by its directory, as a spreadsheet does, and checks every sum on the way. */
function unzip(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [crc, packed, size] = [16, 20, 24].map((offset) => zip.readUInt32LE(at + offset));
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    assert.equal(zip.readUInt32LE(local), 0x04034b50);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = inflateRawSync(zip.subarray(start, start + (packed ?? 0)));
    assert.deepEqual([crc32(content), content.length], [crc, size], name);
    files.set(name, content.toString('utf8'));
    at += 46 + nameLength;
  }
  assert.equal(at, end);
  return files;
}

const sheetOf = async (rows: XlsxTable['rows'], header = ['A']) =>
  unzip(await bytesOf({ sheet: 'Liste', header, rows })).get('xl/worksheets/sheet1.xml') ?? '';

const plainText = (text: string) =>
  text
    .replaceAll('&#13;', '\r')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll('_x005F_', '_');

const textsOf = (sheet: string) =>
  [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => plainText(text ?? ''));

describe('a workbook', () => {
  it('holds every part that its relations name', async () => {
    const files = unzip(await bytesOf({ sheet: "'Auf/träge'", header: ['Größe'], rows: [['ä']] }));
    assert.deepEqual([...files.keys()].sort(), [
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    assert.match(files.get('xl/workbook.xml') ?? '', /<sheet name="Auf träge" sheetId="1" r:id="rId1"\/>/);
    assert.deepEqual(textsOf(files.get('xl/worksheets/sheet1.xml') ?? ''), ['Größe', 'ä']);
  });

  it('writes days, times and amounts as numbers that can be reckoned with', async () => {
    const sheet = await sheetOf([
      [
        Temporal.PlainDate.from('2026-11-23'),
        Temporal.PlainDateTime.from('2026-11-23T18:00'),
        { cents: 123_456 },
        { cents: -5 },
        7,
        null,
        Number.NaN,
      ],
    ]);
    // 46349 is the day that spreadsheets call 2026-11-23
    assert.match(sheet, /<c s="3"><v>46349<\/v><\/c><c s="4"><v>46349\.75<\/v><\/c>/);
    assert.match(sheet, /<v>1234\.56<\/v><\/c><c s="5"><v>-0\.05<\/v><\/c><c s="0"><v>7<\/v><\/c><c\/><c\/>/);
  });

  it('keeps what could be a formula as text', async () => {
    const sheet = await sheetOf([['=1+2'], ['@SUM(A1)'], ['+49 30'], ['=HYPERLINK("http://x")']]);
    assert.doesNotMatch(sheet, /<f>/);
    assert.deepEqual(textsOf(sheet).slice(1), ['=1+2', '@SUM(A1)', '+49 30', '=HYPERLINK("http://x")']);
  });

  it('gives back whatever text was written, but for what XML cannot hold', async () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('_x000D_', '</t>', '&amp;', '\r\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 5 }), async (cells) => {
        const texts = cells.filter((text) => text !== '');
        const held = texts.map((text) =>
          // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 forbids
          text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''),
        );
        assert.deepEqual(textsOf(await sheetOf([texts])).slice(1), held);
      }),
      { numRuns: 60 },
    );
  });

  it('cuts a text that no cell can hold', async () => {
    const [, text] = textsOf(await sheetOf([['x'.repeat(40_000)]]));
    assert.equal(text?.length, 32_767);
  });

  it('keeps a long list out of memory, and passes on what goes wrong on the way', async () => {
    async function* many() {
      for (let row = 0; row < 20_000; row += 1) yield [`row ${row}`, row];
    }
    const sheet = await sheetOf(many(), ['a', 'b']);
    assert.equal(sheet.split('<row>').length, 20_002);
    async function* broken() {
      yield ['one'];
      throw new Error('the database is away');
    }
    await assert.rejects(sheetOf(broken()), /the database is away/);
  });

  it('is one that other programs can open', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'list.xlsx');
    writeFileSync(file, await bytesOf({ sheet: 'x', header: ['a'], rows: [['b']] }));
    try {
      execFileSync('python3', [
        '-c',
        'import zipfile, sys; assert zipfile.ZipFile(sys.argv[1]).testzip() is None',
        file,
      ]);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return t.skip('no python here');
      throw error;
    }
  });
});
