import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../../platform/db/database.ts';
import { type Finding, findingsOf, reasonOf } from './finding.ts';

const disk = findingsOf('disk');
const clock = findingsOf('clock');

const GIGABYTE = 1024 ** 3;

/** How much room there is where the program keeps its files. */
export async function checkDisk(directory: string): Promise<Finding[]> {
  const place = path.resolve(directory);
  try {
    const { bavail, blocks, bsize } = await statfs(place);
    const free = bavail * bsize;
    const said = `${(free / GIGABYTE).toFixed(1)} GB free at ${place}`;
    if (free < 0.2 * GIGABYTE) return [disk.fail(said)];
    return [free < GIGABYTE || bavail < blocks * 0.05 ? disk.warn(said) : disk.ok(said)];
  } catch (error) {
    return [disk.warn(`${place} cannot be looked at: ${reasonOf(error)}`)];
  }
}

const SLIGHT_SECONDS = 2;
const LARGE_SECONDS = 30;

/** Whether this machine and the database agree on the time: deadlines and codes hang on it. */
export async function checkClock(db: Database, now: () => Temporal.Instant): Promise<Finding[]> {
  const before = now();
  const [row] = await db.sql<{ at: Temporal.Instant }>('select clock_timestamp() as at');
  const after = now();
  const middle = (before.epochMilliseconds + after.epochMilliseconds) / 2;
  const apart = Math.abs((row?.at.epochMilliseconds ?? middle) - middle) / 1000;
  const said = `${apart.toFixed(1)} s between this machine and the database`;
  if (apart > LARGE_SECONDS) return [clock.fail(`${said}: set the time of both by NTP`)];
  return [apart > SLIGHT_SECONDS ? clock.warn(said) : clock.ok(said)];
}
