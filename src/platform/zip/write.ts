import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive. Its content may come bit by bit. */
export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string;
  /** On the wall clock of whoever opens it; without one the first day that the format knows: equal content, equal bytes. */
  readonly modified?: Temporal.PlainDateTime | undefined;
  readonly content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/**
 * `stored`: as it is, for what is packed already (PDFs); each file is in memory while it is written, because sizes that
 * follow a stored file are not understood by everybody. `deflated`: for text, of any length.
 */
export type ZipMethod = 'stored' | 'deflated';

interface About {
  readonly name: Buffer;
  readonly offset: number;
  readonly time: readonly [time: number, date: number];
}

interface Sums {
  crc: number;
  size: number;
  packed: number;
}

type Written = About & Readonly<Sums>;

/** Names are UTF-8 (bit 11); with bit 3 sizes follow the content, because they are not known before. */
const FLAGS: Readonly<Record<ZipMethod, number>> = { stored: 0x0800, deflated: 0x0808 };
const METHODS: Readonly<Record<ZipMethod, number>> = { stored: 0, deflated: 8 };
const VERSION = 20;
const FIRST_DAY = [0, 0x0021] as const;
/** Without the 64 bit extension, which no archive of documents needs. */
const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffff_ffff;

/** Writes a ZIP archive piece by piece, one file after the other. Throws beyond 65,535 files or 4 GB. */
export async function* zipStream(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  method: ZipMethod,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const written: Written[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const start = offset;
    const about = {
      name: Buffer.from(entry.name),
      time: entry.modified ? dosTime(entry.modified) : FIRST_DAY,
      offset: start,
    };
    const sums: Sums = { crc: 0, size: 0, packed: 0 };
    const pieces = method === 'stored' ? storedFile : deflatedFile;
    for await (const piece of pieces(about, entry.content, sums)) {
      offset += piece.length;
      yield piece;
    }
    if (offset > MOST_BYTES || sums.size > MOST_BYTES || written.length >= MOST_ENTRIES)
      throw new RangeError('too much for a ZIP');
    written.push({ ...about, ...sums });
  }
  const directory = Buffer.concat(written.map((one) => directoryEntry(one, method)));
  yield Uint8Array.from(directory);
  yield numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, written.length],
    [2, written.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
}

type Pieces = AsyncGenerator<Uint8Array<ArrayBuffer>>;

async function* storedFile(about: About, content: ZipEntry['content'], sums: Sums): Pieces {
  const pieces: Uint8Array[] = [];
  for await (const piece of counted(content, sums)) pieces.push(piece);
  sums.packed = sums.size;
  yield localHeader(about, 'stored', sums);
  yield Uint8Array.from(Buffer.concat(pieces));
}

async function* deflatedFile(about: About, content: ZipEntry['content'], sums: Sums): Pieces {
  yield localHeader(about, 'deflated', { crc: 0, size: 0, packed: 0 });
  for await (const piece of deflated(content, sums)) {
    sums.packed += piece.length;
    yield piece;
  }
  yield numbers([4, 0x08074b50], [4, sums.crc], [4, sums.packed], [4, sums.size]);
}

/** The content as bytes, counted on the way. */
async function* counted(content: ZipEntry['content'], sums: Sums): Pieces {
  for await (const piece of content) {
    const bytes = Uint8Array.from(Buffer.from(piece));
    sums.crc = crc32(bytes, sums.crc);
    sums.size += bytes.length;
    yield bytes;
  }
}

async function* deflated(content: ZipEntry['content'], sums: Sums): Pieces {
  const deflate = createDeflateRaw({ level: 6 });
  const feeding = (async () => {
    for await (const bytes of counted(content, sums)) {
      // whoever reads slowly slows the writer down
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
    }
    deflate.end();
  })();
  // a source that fails ends the reading below with its error
  feeding.catch((error: Error) => deflate.destroy(error));
  for await (const chunk of deflate) yield Uint8Array.from(chunk as Buffer);
  await feeding;
}

const dosTime = (at: Temporal.PlainDateTime) =>
  [
    (at.hour << 11) | (at.minute << 5) | (at.second >> 1),
    ((at.year - 1980) << 9) | (at.month << 5) | at.day,
  ] as const;

function localHeader({ name, time: [time, date] }: About, method: ZipMethod, { crc, packed, size }: Sums) {
  const head = numbers(
    [4, 0x04034b50],
    [2, VERSION],
    [2, FLAGS[method]],
    [2, METHODS[method]],
    [2, time],
    [2, date],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [2, 0],
  );
  return Uint8Array.from(Buffer.concat([head, name]));
}

function directoryEntry(one: Written, method: ZipMethod): Buffer {
  const { name, offset, crc, packed, size } = one;
  const [time, date] = one.time;
  const head = numbers(
    [4, 0x02014b50],
    [2, VERSION],
    [2, VERSION],
    [2, FLAGS[method]],
    [2, METHODS[method]],
    [2, time],
    [2, date],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  );
  return Buffer.concat([head, name]);
}

/** Numbers in the order of the format, smallest byte first, each with its width in bytes. */
function numbers(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) at = bytes.writeUIntLE(value, at, width);
  return Uint8Array.from(bytes);
}
