import { crc32 } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string;
  /** On the wall clock of whoever opens it. */
  readonly modified: Temporal.PlainDateTime;
  readonly bytes: Uint8Array;
}

const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const STORED = 0;
/** Without the 64 bit extension, which no archive of documents needs. */
const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffff_ffff;

/**
 * Writes a ZIP archive piece by piece, holding one file at a time: PDFs are packed already, so they are stored as
 * they are and the archive needs no work and no memory. Throws beyond 65,535 files or 4 GB.
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, modified, bytes } of entries) {
    const path = Buffer.from(name);
    const facts = fileFacts(bytes, path.length, modified);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    facts.copy(head, 4);
    directory.push(directoryEntry(facts, offset), path);
    offset += head.length + path.length + bytes.length;
    if (offset > MOST_BYTES || directory.length / 2 > MOST_ENTRIES)
      throw new RangeError('too much for a ZIP');
    yield new Uint8Array(Buffer.concat([head, path]));
    yield new Uint8Array(bytes);
  }
  const end = Buffer.concat(directory);
  yield new Uint8Array(Buffer.concat([end, endRecord(directory.length / 2, end.length, offset)]));
}

/** What the head of a file and its line in the directory both say. */
function fileFacts(bytes: Uint8Array, nameLength: number, modified: Temporal.PlainDateTime): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(FLAGS, 2);
  facts.writeUInt16LE(STORED, 4);
  facts.writeUInt16LE((modified.hour << 11) | (modified.minute << 5) | (modified.second >> 1), 6);
  facts.writeUInt16LE(((modified.year - 1980) << 9) | (modified.month << 5) | modified.day, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(bytes.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(nameLength, 22);
  return facts;
}

function directoryEntry(facts: Buffer, offset: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  facts.copy(entry, 6);
  entry.writeUInt32LE(offset, 42);
  return entry;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** A name for each file that leads nowhere and comes only once: `Rechnung.pdf`, `Rechnung (2).pdf`. */
export function zipNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((wanted) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
    const safe = wanted.replaceAll(/[\u0000-\u001f\u007f/\\:*?"<>|]/g, '_').replace(/^\.+/, '_') || '_';
    const [, stem = safe, ending = ''] = /^(.+?)(\.[^.]*)?$/s.exec(safe) ?? [];
    let name = safe;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${stem} (${count})${ending}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
