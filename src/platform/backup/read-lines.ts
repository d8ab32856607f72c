const NEWLINE = 0x0a;

/** The lines of a stream without their ends, in order; a line may span any number of parts. */
export async function* readLines(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  for await (const part of parts) {
    let from = 0;
    for (let at = part.indexOf(NEWLINE); at >= 0; at = part.indexOf(NEWLINE, from)) {
      const piece = part.subarray(from, at);
      yield begun.length > 0 ? Buffer.concat([...begun, piece]) : piece;
      begun = [];
      from = at + 1;
    }
    if (from < part.length) begun.push(part.subarray(from));
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}
