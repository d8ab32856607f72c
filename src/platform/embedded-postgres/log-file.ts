import { closeSync, fchownSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import type { Account } from './account.ts';

const largest = 10 * 1024 * 1024;
const longestTail = 4096;

/** Opens the log for appending; one that has grown too large is set aside first, replacing the last one. */
export function openLog(file: string, account: Account | undefined): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.old`);
  const handle = openSync(file, 'a', 0o600);
  // Else a log begun by root would lock out the user to whom the data belongs.
  if (account) fchownSync(handle, account.uid, account.gid);
  return handle;
}

/** How long the log is now: the position from which to read what follows. */
export function logLength(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** The last lines of the log that were written after `position`. */
export function logSince(file: string, position: number): string {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const from = Math.max(position, size - longestTail);
    const buffer = Buffer.alloc(Math.max(0, size - from));
    readSync(handle, buffer, 0, buffer.length, from);
    return buffer.toString('utf8').trim();
  } finally {
    closeSync(handle);
  }
}
