import { processorSeconds } from '../portal/processes.ts';
import { median, rounded, type Spread, spread } from '../statistics.ts';

/** One round of one side: how often in how long, and the processor time it took. */
export interface Round {
  readonly perSecond: number;
  /** Microseconds of processor time that the process used for each; undefined where it cannot be told. */
  readonly processorMicros: number | undefined;
}

export interface Comparison {
  /** Portal to floor, round by round. */
  readonly ratio: Spread;
  readonly portal: readonly Round[];
  readonly floor: readonly Round[];
}

/** Rounds that do not count: until then the runtime is still compiling what is hot. */
const WARM_UP = 3;

/** What is compared: the processes that do the work, and one round of it. */
export interface Side {
  readonly pids: readonly number[];
  readonly run: () => Promise<{ count: number; seconds: number }>;
}

/**
 * Runs both sides in turn and compares each round with its neighbour, so that whatever else the machine does
 * meanwhile strikes both. The side that begins changes from round to round.
 */
export async function compare(rounds: number, portal: Side, floor: Side): Promise<Comparison> {
  for (let round = 0; round < WARM_UP; round++) {
    await portal.run();
    await floor.run();
  }
  const results = { portal: [] as Round[], floor: [] as Round[] };
  for (let index = 0; index < rounds; index++) {
    const order = index % 2 === 0 ? (['portal', 'floor'] as const) : (['floor', 'portal'] as const);
    for (const name of order) results[name].push(await oneRound(name === 'portal' ? portal : floor));
  }
  const ratios = results.portal.map(
    (round, index) => round.perSecond / (results.floor[index]?.perSecond ?? 0),
  );
  return { ratio: spread(ratios), ...results };
}

async function oneRound({ pids, run }: Side): Promise<Round> {
  const before = processorSecondsOf(pids);
  const { count, seconds } = await run();
  const after = processorSecondsOf(pids);
  return {
    perSecond: count / seconds,
    processorMicros:
      before === undefined || after === undefined ? undefined : ((after - before) / count) * 1_000_000,
  };
}

function processorSecondsOf(pids: readonly number[]): number | undefined {
  const known = pids.flatMap((pid) => processorSeconds(pid) ?? []);
  return known.length === pids.length ? known.reduce((sum, seconds) => sum + seconds, 0) : undefined;
}

export const perSecond = (rounds: readonly Round[]) => spread(rounds.map((round) => round.perSecond));

export function processorMicros(rounds: readonly Round[]): number | undefined {
  const known = rounds.flatMap((round) => round.processorMicros ?? []);
  return known.length > 0 ? median(known) : undefined;
}

/** A side of a comparison as it goes into `--json`. */
export function sideJson(rounds: readonly Round[]) {
  const { median, min, max } = perSecond(rounds);
  const micros = processorMicros(rounds);
  return {
    perSecond: rounded(median),
    min: rounded(min),
    max: rounded(max),
    processorMicrosEach: micros === undefined ? null : rounded(micros),
  };
}
