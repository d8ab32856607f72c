import type { Line } from '../bench.ts';
import { rounded, type Spread } from '../statistics.ts';
import { type Comparison, perSecond, processorMicros, type Round } from './compare.ts';

/** `412 (388 – 430)` */
export const withRange = ({ median, min, max }: Spread) =>
  `${rounded(median)} (${rounded(min)} – ${rounded(max)})`;

/** The lines of a comparison with a floor. */
export function comparisonLines(
  what: string,
  unit: string,
  target: number | undefined,
  result: Comparison,
): Line[] {
  return [
    {
      what: `${what}, of the floor`,
      value: withRange(result.ratio),
      ...(target === undefined
        ? {}
        : { target: { text: `≥ ${target}`, isMet: result.ratio.median >= target } }),
    },
    { what: `  portal, ${unit}`, value: sideText(result.portal) },
    { what: `  floor, ${unit}`, value: sideText(result.floor) },
  ];
}

function sideText(rounds: readonly Round[]): string {
  const micros = processorMicros(rounds);
  const processor = micros === undefined ? '' : `, ${Math.round(micros)} µs of processor each`;
  return withRange(perSecond(rounds)) + processor;
}
