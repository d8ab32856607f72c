import { createHash } from 'node:crypto';
import type { DocumentRole } from '../../domain/documents/index.ts';

export const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** What a document's files hash to together. The database makes the same from the files and compares. */
export function contentHash(
  files: readonly { readonly role: DocumentRole; readonly sha256: Buffer }[],
): Buffer {
  const parts = files.map((file) => `${file.role}:${file.sha256.toString('hex')}`);
  return sha256(parts.sort().join(' '));
}
