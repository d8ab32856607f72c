import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What PostgreSQL writes about itself into postmaster.pid. */
export interface PostmasterFile {
  readonly pid: number;
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
    return { pid: Math.abs(Number.parseInt(lines[0] ?? '', 10)) || 0, status: lines[7]?.trim() ?? '' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
