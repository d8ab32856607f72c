import { inflateSync } from 'node:zlib';

/**
 * What a PDF of ours says, with single spaces, in the order in which it is set. Reads what our typesetter writes
 * (classic objects, fonts with a ToUnicode table); it is no parser for other people's PDFs.
 */
export function pdfText(pdf: Uint8Array): string {
  // a word that was broken over two lines is one word again
  return placedTexts(pdf)
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/ ?\u00ad ?/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** A piece of text where it stands: its page from 1, and in mm its left end and its base line from the top of an A4. */
export interface PlacedText {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

/** The same piece by piece, for what has to keep to its place. */
export function placedTexts(pdf: Uint8Array): PlacedText[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'));
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.flatMap(({ head }, index) => {
    const fonts = new Map(
      [...head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
        name,
        unicodeOf(objects, id),
      ]),
    );
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '';
    return [...content.matchAll(PIECE)].map(([block, x, y, font = '']) => ({
      page: index + 1,
      text: glyphsOf(block)
        .map((glyph) => fonts.get(font)?.get(glyph) ?? '\ufffd')
        .join(''),
      left: Number(x) * MM,
      top: 297 - Number(y) * MM,
    }));
  });
}

const MM = 25.4 / 72;
/** Each piece is moved to its place and set in one font: its x and y in points from below, the font, its glyphs. */
const PIECE = /1 0 0 -1 ([-\d.]+) ([-\d.]+) cm(?:(?! cm\n)[\s\S])*?\/(f\d+) [\d.]+ Tf[\s\S]*?ET\b/g;

/** The files inside of a PDF of ours: name, text, and what they are to the pages. */
export function attachedFiles(pdf: Uint8Array): { name: string; relationship: string; content: string }[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'));
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Filespec/.test(head))
    .map(({ head }) => ({
      name: /\/UF \(([^)]*)\)/.exec(head)?.[1] ?? '',
      relationship: /\/AFRelationship \/(\w+)/.exec(head)?.[1] ?? '',
      content: Buffer.from(
        objects.get(/\/EF <<[\s\S]*?\/F (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '',
        'latin1',
      ).toString('utf8'),
    }));
}

/** The metadata of the file as they are valid: of the last update that has some. */
export function metadataOf(pdf: Uint8Array): string {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'));
  const metadata = [...objects.values()].find(({ head }) => /\/Type \/Metadata/.test(head));
  return Buffer.from(metadata?.stream ?? '', 'latin1').toString('utf8');
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function objectsOf(file: string): ReadonlyMap<string, PdfObject> {
  return new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => {
      const [head = '', ...rest] = body.split('\nstream\n');
      // a packed stream may end with a byte that looks like a line end of its own
      const raw = rest.join('\nstream\n').replace(/\nendstream$/, '');
      const isPacked = /\/FlateDecode/.test(head) && !/\/Font|\/Image/.test(head);
      return [
        id,
        { head, stream: isPacked ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw },
      ];
    }),
  );
}

function unicodeOf(objects: ReadonlyMap<string, PdfObject>, font: string): ReadonlyMap<number, string> {
  const table =
    objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1] ?? '')?.stream ?? '';
  return new Map(
    [...table.matchAll(/^<([\dA-F]{4})> <([\dA-F]+)>$/gm)].map(([, glyph = '', utf16 = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(utf16, 'hex').swap16().toString('utf16le'),
    ]),
  );
}

/** Glyph numbers are two bytes each, in literal strings. */
function glyphsOf(block: string): number[] {
  return literalsOf(block).flatMap((literal) => {
    const bytes = Buffer.from(literal, 'latin1');
    return Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readUInt16BE(at * 2));
  });
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const CHARACTER = /\\([0-7]{1,3})|\\([\s\S])|([\s\S])/g;

/** Strings in parentheses; inside of one, a pair of parentheses needs no escape. */
function literalsOf(block: string): string[] {
  const literals: string[] = [];
  let depth = 0;
  for (const [, octal, escaped, plain] of block.matchAll(CHARACTER)) {
    if (plain === ')') depth -= 1;
    const character = octal
      ? String.fromCharCode(Number.parseInt(octal, 8))
      : (plain ?? ESCAPES[escaped ?? ''] ?? escaped ?? '');
    if (depth > 0) literals.push(`${literals.pop() ?? ''}${character}`);
    if (plain === '(' && ++depth === 1) literals.push('');
  }
  return literals;
}
