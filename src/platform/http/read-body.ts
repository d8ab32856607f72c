import { refuse } from '../../domain/refusal.ts';

/** Larger than any form of the portal, small enough to be read into memory. */
const LIMIT_BYTES = 128 * 1024;

/** Reads a body; stops at the limit, whatever length was announced. Refuses with `too-large`. */
export async function readBytes(request: Request, limitBytes = LIMIT_BYTES): Promise<Buffer> {
  if (!request.body) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > limitBytes) refuse({ code: 'too-large', limitBytes });
    parts.push(part);
  }
  return Buffer.concat(parts);
}
