import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type ZipEntry, type ZipMethod, zipNames, zipStream } from './index.ts';

const modified = Temporal.PlainDateTime.from('2026-11-23T10:15:30');

async function* each(entries: readonly ZipEntry[]) {
  yield* entries;
}

async function collect(entries: readonly ZipEntry[], method: ZipMethod): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipStream(each(entries), method)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What Python's reader, which is none of ours, finds in it. */
function readBack(zip: Buffer): { name: string; bytes: string; time: number[] }[] {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'zip-')), 'x.zip');
  writeFileSync(file, zip);
  const script = `
import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print(json.dumps([dict(name=i.filename, bytes=z.read(i).hex(), time=i.date_time) for i in z.infolist()]))`;
  return JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }));
}

/** The reader is another program, so that the test shares no mistake with what it tests. */
const skip = spawnSync('python3', ['-c', '']).status !== 0 && 'no python3 here';

describe('an archive', () => {
  for (const method of ['stored', 'deflated'] satisfies ZipMethod[]) {
    it(`is read by others: names, times and every byte, ${method}`, { skip }, async () => {
      const files = [
        { name: 'Rechnung März.pdf', bytes: Buffer.from([0, 1, 2, 255, 80, 75, 3, 4]) },
        { name: 'leer.txt', bytes: Buffer.alloc(0) },
        { name: 'ordner/größer.xml', bytes: Buffer.alloc(100_000, 'ä') },
      ];
      const entries = files.map(({ name, bytes }) => ({
        name,
        modified,
        // in pieces, as a long file comes
        content: [bytes.subarray(0, 3), bytes.subarray(3)],
      }));
      const found = readBack(await collect(entries, method));
      assert.deepEqual(
        found.map(({ name, bytes }) => [name, bytes]),
        files.map(({ name, bytes }) => [name, bytes.toString('hex')]),
      );
      assert.deepEqual(found[0]?.time, [2026, 11, 23, 10, 15, 30]);
    });

    it(`of nothing is an empty archive, ${method}`, { skip }, async () => {
      assert.deepEqual(readBack(await collect([], method)), []);
    });
  }

  it('gives the same bytes for the same content where no time is named', async () => {
    const once = () => collect([{ name: 'a.xml', content: ['<a/>'] }], 'deflated');
    assert.ok((await once()).equals(await once()));
  });

  it('passes on what goes wrong on the way', async () => {
    async function* broken() {
      yield 'one';
      throw new Error('the database is away');
    }
    for (const method of ['stored', 'deflated'] satisfies ZipMethod[]) {
      await assert.rejects(collect([{ name: 'a', content: broken() }], method), /the database is away/);
    }
  });

  it('holds one file at a time', async () => {
    let open = 0;
    async function* slow() {
      for (let count = 0; count < 5; count += 1) {
        open += 1;
        yield { name: `${count}`, modified, content: [Buffer.alloc(10)] };
        open -= 1;
      }
    }
    for await (const _ of zipStream(slow(), 'stored')) assert.ok(open <= 1);
  });
});

describe('the names in an archive', () => {
  it('lead nowhere and come once', () => {
    assert.deepEqual(
      zipNames(['../a.pdf', 'a.pdf', 'A.PDF', 'a.pdf', '/etc/passwd', 'C:\\x', '', 'x\u0000y', '..']),
      ['__a.pdf', 'a.pdf', 'A (2).PDF', 'a (3).pdf', '_etc_passwd', 'C__x', '_', 'x_y', '_ (2)'],
    );
  });
});
