import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bench, Measured } from '../bench.ts';
import { startPortal } from '../portal/portal.ts';
import { rounded, spread } from '../statistics.ts';
import { withRange } from './lines.ts';

const TARGET_SECONDS = 1.5;
const TARGET_FIRST_SECONDS = 8;
/** First starts write a whole database; a few tell enough. */
const FIRST_STARTS = 3;

/** From the command to the first "ready", on no data and on existing data. */
export async function measureStart(bench: Bench): Promise<Measured> {
  const { rounds } = bench.options;
  const first: number[] = [];
  const again: number[] = [];
  for (let index = 0; index < Math.min(FIRST_STARTS, rounds); index++) {
    bench.say('start: first start');
    const directory = await makeDataDirectory(bench);
    first.push(await startAndStop(bench, directory));
    bench.say('start: on existing data');
    const share = Math.ceil((rounds - index) / Math.min(FIRST_STARTS, rounds));
    for (let start = 0; start < share; start++) again.push(await startAndStop(bench, directory));
  }
  const [seconds, firstSeconds] = [spread(again), spread(first)];
  return {
    json: {
      seconds: rounded(seconds.median),
      target: TARGET_SECONDS,
      min: rounded(seconds.min),
      max: rounded(seconds.max),
      firstSeconds: rounded(firstSeconds.median),
      firstTarget: TARGET_FIRST_SECONDS,
      firstMin: rounded(firstSeconds.min),
      firstMax: rounded(firstSeconds.max),
    },
    lines: [
      {
        what: 'start on existing data, s',
        value: withRange(seconds),
        target: { text: `≤ ${TARGET_SECONDS}`, isMet: seconds.median <= TARGET_SECONDS },
      },
      {
        what: 'first start, s',
        value: withRange(firstSeconds),
        target: { text: `≤ ${TARGET_FIRST_SECONDS}`, isMet: firstSeconds.median <= TARGET_FIRST_SECONDS },
      },
    ],
  };
}

async function startAndStop(bench: Bench, directory: string): Promise<number> {
  const portal = await startPortal(bench.cleanup, directory);
  await portal.stop();
  return portal.secondsToReady;
}

/** An empty data directory that is removed at the end. */
export async function makeDataDirectory(bench: Bench): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'portal-bench-'));
  bench.cleanup.add(() => rm(directory, { recursive: true, force: true }));
  return directory;
}
