import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Layout } from './layout.ts';

const sqliteBusy = 5;

/** Another running program already works with this data directory. */
export class DataDirectoryInUse extends Error {
  readonly directory: string;
  readonly pid: number | undefined;

  constructor(directory: string, pid: number | undefined) {
    const holder = pid === undefined ? 'another process' : `process ${pid}`;
    super(
      `The data directory ${directory} is in use by ${holder}. Stop that process or choose another DATA_DIR.`,
    );
    this.name = 'DataDirectoryInUse';
    this.directory = directory;
    this.pid = pid;
  }
}

/**
 * Takes the data directory for this program and returns the function that gives it back.
 * @throws {DataDirectoryInUse} when another program has it.
 */
export function lockDataDirectory(layout: Layout): () => void {
  // Node has no flock. SQLite's exclusive transaction is a kernel lock that dies with its process,
  // so a kill -9 never leaves a stale lock behind.
  const lock = new DatabaseSync(layout.lockFile, { timeout: 0 });
  try {
    // A journal file left by root after a kill would lock out the user to whom the data belongs.
    lock.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy) {
      throw new DataDirectoryInUse(layout.directory, readPid(layout.holderFile));
    }
    throw error;
  }
  // A program run by root may have left its file here, which its owner may replace but not write to.
  rmSync(layout.holderFile, { force: true });
  writeFileSync(layout.holderFile, `${process.pid}\n`);
  return () => {
    if (!lock.isOpen) return;
    rmSync(layout.holderFile, { force: true });
    lock.close();
  };
}

function readPid(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}
