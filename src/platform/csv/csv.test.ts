import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeText, readCsv, writeCsv } from './index.ts';

const cellsOf = (text: string) => readCsv(text).rows.map(({ cells }) => cells);

describe('writing CSV', () => {
  it('suits a German spreadsheet: mark, semicolons, decimal commas, line ends of Windows', () => {
    assert.equal(writeCsv(['Name', 'Netto'], [['Möller', 1234.5]]), '\uFEFFName;Netto\r\nMöller;1234,5\r\n');
  });

  it('quotes what would end a cell, and spaces that would be lost', () => {
    const [line] = writeCsv(['a;b', 'say "hi"', 'two\nlines', ' x '], []).slice(1).split('\r\n');
    assert.equal(line, '"a;b";"say ""hi""";"two\nlines";" x "');
  });

  for (const formula of [
    '=1+2',
    '+cmd',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    '=HYPERLINK("http://x")',
  ]) {
    it(`takes the sting out of ${JSON.stringify(formula)}`, () => {
      const written = writeCsv([formula], []).slice(1).trimEnd();
      assert.match(written, /^"?'/);
    });
  }

  for (const harmless of ['-5,00', '+49', '1.234,50', 'A-1', 'a=b', '']) {
    it(`leaves ${JSON.stringify(harmless)} alone`, () =>
      assert.equal(cellsOf(writeCsv(['x', harmless], []))[0]?.[1], harmless));
  }

  it('gives amounts their two places', () => {
    const amounts = [0, 5, -5, 1800, -123450].map((cents) => ({ cents }));
    assert.equal(writeCsv(['x'], [amounts]), '\uFEFFx\r\n0,00;0,05;-0,05;18,00;-1234,50\r\n');
  });

  it('keeps negative numbers numbers', () => assert.match(writeCsv(['x'], [[-5.25]]), /\r\n-5,25\r\n/));
});

describe('reading CSV', () => {
  it('finds the delimiter by the first line, outside quotes', () => {
    assert.equal(readCsv('a;b,c;d\n').delimiter, ';');
    assert.equal(readCsv('"a;b;c",d\n').delimiter, ',');
    assert.equal(readCsv('a\tb\n').delimiter, '\t');
    assert.equal(readCsv('alone').delimiter, ';');
  });

  it('takes any line end, a mark, and no line end at the end', () => {
    const expected = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    for (const text of [
      'a;b\r\nc;d\r\n',
      '\uFEFFa;b\nc;d',
      'a;b\rc;d\r',
      '\n\na;b\n\n;\n'.replace(';\n', 'c;d'),
    ]) {
      assert.deepEqual(cellsOf(text), expected, JSON.stringify(text));
    }
  });

  it('knows the line that a row begins on, also after line breaks in cells', () => {
    const { rows } = readCsv('a;b\n"one\r\ntwo";x\n\nlast;y\n');
    assert.deepEqual(
      rows.map(({ line }) => line),
      [1, 2, 5],
    );
    assert.deepEqual(rows[1]?.cells, ['one\r\ntwo', 'x']);
  });

  it('keeps empty cells, and what stands behind a closing quote', () => {
    assert.deepEqual(cellsOf('a;;\n;"b"c;\n'), [
      ['a', '', ''],
      ['', 'bc', ''],
    ]);
  });

  it('says where a quoted cell begins that never ends', () => {
    const table = readCsv('a;b\nc;"d\ne;f\n');
    assert.equal(table.unclosedAt, 2);
    assert.deepEqual(
      table.rows.map(({ cells }) => cells),
      [['a', 'b']],
    );
  });

  it('gives back whatever was written', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom("'", "'=1", "''=1", '=', '"', ';', '\r', ' x'),
    );
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const [header = [], ...rest] = rows;
        assert.deepEqual(cellsOf(writeCsv(header, rest)), rows);
      }),
    );
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readCsv(text)));
  });
});

describe('the text of a file', () => {
  it('is read in the encoding that it was written in', () => {
    assert.equal(decodeText(new TextEncoder().encode('Größe €')), 'Größe €');
    assert.equal(decodeText(Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65, 0x20, 0x80)), 'Größe €');
    assert.equal(decodeText(Buffer.from('\uFEFFGröße', 'utf16le')), 'Größe');
  });
});
