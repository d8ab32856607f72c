import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type CsvRow, readCsv, streamCsv, UnreadableCsv } from './index.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function streamed(bytes: Uint8Array, size: number): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of streamCsv(inPieces(bytes, size))) rows.push(row);
  return rows;
}

const TABLE = '\uFEFFKunde;Stück\r\n"D1;""x""\r\ny";5\r\n\r\nD2;Größe\nD3;';

describe('a table that arrives in pieces', () => {
  for (const size of [1, 2, 3, 7, 1000]) {
    it(`reads like the whole, in pieces of ${size} bytes`, async () => {
      assert.deepEqual(await streamed(Buffer.from(TABLE), size), readCsv(TABLE).rows);
    });
  }

  it('reads like the whole, whatever it holds and wherever it is cut', async () => {
    const cell = fc.constantFrom('a', '"b"', '"c;d"', '"e\r\nf"', '', "'=1", 'ü', '5" x', '"g""h"');
    const tables = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    const ends = fc.constantFrom('\n', '\r\n');
    await fc.assert(
      fc.asyncProperty(tables, ends, fc.integer({ min: 1, max: 20 }), async (table, end, size) => {
        const text = table.map((row) => row.join(';')).join(end);
        assert.deepEqual(await streamed(Buffer.from(text), size), readCsv(text).rows);
      }),
    );
  });

  it('comes in any encoding that spreadsheets write', async () => {
    const rows = [{ line: 1, cells: ['Stück', 'Größe'] }];
    assert.deepEqual(await streamed(Buffer.from('Stück;Größe', 'latin1'), 3), rows);
    assert.deepEqual(await streamed(Buffer.from('\uFEFFStück;Größe', 'utf16le'), 3), rows);
    assert.deepEqual(await streamed(Buffer.from('\uFEFFStück;Größe', 'utf16le').swap16(), 3), rows);
    assert.deepEqual(await streamed(Buffer.from(''), 3), []);
  });

  it('ends with the line where a quoted cell never ends, and holds no more than one row', async () => {
    const isAt = (line: number) => (error: unknown) => error instanceof UnreadableCsv && error.line === line;
    await assert.rejects(streamed(Buffer.from('a;b\n1;2\n3;"4\n5;6\n'), 4), isAt(3));
    const endless = `a;b\n1;"${'x'.repeat(3_000_000)}`;
    await assert.rejects(streamed(Buffer.from(endless), 65_536), UnreadableCsv);
    await assert.rejects(streamed(Buffer.from(`1;"${'x\n'.repeat(2_000_000)}`), 65_536), isAt(1));
  });
});
