/** A file that is no list of objects, in words for people who make such files. */
export class UnreadableJson extends Error {}

/** One firm is never as long as that; a file that goes on without an end must not fill the memory. */
const LONGEST_OBJECT = 1_000_000;

/**
 * The objects of a list, one by one while the file arrives: `[{…}, {…}]`, or one object per line. Only what stands
 * between two brackets of the same object is kept at a time.
 * @throws UnreadableJson for anything else
 */
export async function* streamObjects(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  let inString = false;
  let escaped = false;
  let begun = '';
  for await (const piece of pieces) {
    const text = decode(decoder, piece);
    let from = depth > 0 ? 0 : -1;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      if (depth === 0) {
        if (sign === '{') {
          depth = 1;
          from = at;
        } else if (!/[\s,[\]\uFEFF]/.test(sign ?? ''))
          throw new UnreadableJson(`"${sign}" between two firms`);
        continue;
      }
      if (escaped) escaped = false;
      else if (inString) {
        if (sign === '\\') escaped = true;
        else if (sign === '"') inString = false;
      } else if (sign === '"') inString = true;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      if (depth > 0) continue;
      yield parse(begun + text.slice(from, at + 1));
      begun = '';
      from = -1;
    }
    if (from >= 0) begun += text.slice(from);
    if (begun.length > LONGEST_OBJECT) throw new UnreadableJson('an object has no end');
  }
  if (depth > 0) throw new UnreadableJson('the file ends within a firm');
}

function decode(decoder: TextDecoder, piece: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch {
    throw new UnreadableJson('the file is not written in UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableJson((error as Error).message);
  }
}
