import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What PostgreSQL writes about itself into postmaster.pid. */
export interface PostmasterFile {
  readonly pid: number;
  /** Where it listens. */
  readonly port: number;
  readonly status: string;
}

/** Where PostgreSQL keeps that file. */
export function postmasterFilePath(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}

/** Reads postmaster.pid; undefined when PostgreSQL was shut down cleanly or never ran. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(postmasterFilePath(cluster), 'utf8').split('\n');
    const number = (line: number) => Math.abs(Number.parseInt(lines[line] ?? '', 10)) || 0;
    return { pid: number(0), port: number(3), status: lines[7]?.trim() ?? '' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
