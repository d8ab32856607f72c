import { crc32, createDeflateRaw } from 'node:zlib';

/** A file to be packed; its content may come bit by bit. */
export interface ZipEntry {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Names are UTF-8 (bit 11); sizes follow the content (bit 3), because they are not known before. */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;
/** 1 January 1980, the first day that the format knows: equal content gives equal bytes. */
const DATE = 0x0021;

/** Packs the entries one after the other, keeping no more than a piece of each in memory. */
export async function* zipChunks(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const written: Written[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const start = offset;
    const header = localHeader(name);
    yield header;
    const sums = { crc: 0, packed: 0, size: 0 };
    for await (const chunk of deflated(entry.content, sums)) {
      sums.packed += chunk.length;
      yield chunk;
    }
    const { crc, packed, size } = sums;
    const descriptor = numbers([4, 0x08074b50], [4, crc], [4, packed], [4, size]);
    yield descriptor;
    offset += header.length + packed + descriptor.length;
    written.push({ name, offset: start, crc, packed, size });
  }
  const directory = Buffer.concat(written.map(directoryEntry));
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

async function* deflated(
  content: ZipEntry['content'],
  sums: { crc: number; size: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const deflate = createDeflateRaw({ level: 6 });
  const feeding = (async () => {
    for await (const piece of content) {
      const bytes = Buffer.from(piece);
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
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

function localHeader(name: Buffer): Uint8Array<ArrayBuffer> {
  const head = numbers(
    [4, 0x04034b50],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATE],
    [2, 0],
    [2, DATE],
    [4, 0],
    [4, 0],
    [4, 0],
    [2, name.length],
    [2, 0],
  );
  return Uint8Array.from(Buffer.concat([head, name]));
}

function directoryEntry({ name, offset, crc, packed, size }: Written): Buffer {
  const head = numbers(
    [4, 0x02014b50],
    [2, VERSION],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATE],
    [2, 0],
    [2, DATE],
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
