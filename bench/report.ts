import type { Line, Measured } from './bench.ts';
import type { FigureName } from './options.ts';

type Results = ReadonlyMap<FigureName, Measured>;

/** Where and when it was measured; figures of other machines differ, ratios hardly. */
export interface Surroundings {
  readonly node: string;
  readonly processors: number;
  readonly date: string;
  /** Processes that wanted a processor before we began: what the machine did besides. */
  readonly loadBefore: number;
}

/** One object: a member for each figure, and where it was measured. */
export function toJson(results: Results, surroundings: Surroundings): string {
  return JSON.stringify({
    ...Object.fromEntries([...results].map(([name, { json }]) => [name, json])),
    surroundings,
  });
}

/** The table for people. */
export function toTable(results: Results, { node, processors, date, loadBefore }: Surroundings): string {
  const lines = [...results.values()].flatMap(({ lines }) => lines);
  const widest = (text: (line: Line) => string) => Math.max(...lines.map((line) => text(line).length));
  const [what, value] = [widest((line) => line.what), widest((line) => line.value)];
  return [
    `${date}, Node ${node}, ${processors} processors, load before ${loadBefore}; median (min – max)`,
    '',
    ...lines.map((line) => {
      const target = line.target ? `${line.target.isMet ? '✔' : '✖'} ${line.target.text}` : '';
      return `${line.what.padEnd(what)}  ${line.value.padEnd(value)}  ${target}`.trimEnd();
    }),
  ].join('\n');
}
