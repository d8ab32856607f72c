import type { Formats } from '../../../platform/i18n/index.ts';
import { type BarGroup, MOST_SERIES } from '../../../ui/charts/index.ts';
import type { YearFigures } from './show-year.ts';
import { words } from './words.ts';

/** A chart and the table that says the same. */
export interface MonthlyView {
  readonly series: readonly string[];
  readonly groups: readonly BarGroup[];
  /** One row a month that has figures: the month, each series, the sum; all of it worded. */
  readonly rows: readonly (readonly string[])[];
  readonly total: string;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

interface Cell {
  readonly month: number;
  readonly name: string;
  readonly value: number;
}

/** Volumes in pieces by product, as a chart and a table. */
export function volumeView({ volumes, year }: YearFigures, formats: Formats): MonthlyView {
  const cells = volumes.map(({ month, name, pieces }) => ({
    month,
    name: name[formats.language],
    value: Number(pieces),
  }));
  return monthly(cells, year, formats, formats.number);
}

/** Costs by cost centre; what is drawn is euros, what is written has its cents. */
export function costView({ charged, year }: YearFigures, formats: Formats): MonthlyView {
  const t = words[formats.language];
  const cells = charged.map(({ month, costCentre, net }) => ({
    month,
    name: costCentre || t.noCostCentre,
    value: net,
  }));
  return monthly(cells, year, formats, formats.money);
}

function monthly(
  cells: readonly Cell[],
  year: number,
  formats: Formats,
  write: (value: number) => string,
): MonthlyView {
  const series = seriesOf(cells, words[formats.language].others);
  const of = (month: number | undefined, at: number) =>
    cells
      .filter((cell) => (month === undefined || cell.month === month) && indexIn(series, cell.name) === at)
      .reduce((sum, { value }) => sum + value, 0);
  const values = (month: number) => series.map((_, at) => of(month, at));
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
  const label = (month: number) => formats.month(Temporal.PlainDate.from({ year, month, day: 1 }));
  return {
    series,
    groups: MONTHS.map((month) => ({ label: label(month).slice(0, 3), values: values(month) })),
    rows: MONTHS.filter((month) => cells.some((cell) => cell.month === month)).map((month) => [
      label(month),
      ...values(month).map(write),
      write(sum(values(month))),
    ]),
    total: write(sum(cells.map(({ value }) => value))),
  };
}

/** The largest by name, and one for all others. */
function seriesOf(cells: readonly Cell[], others: string): string[] {
  const sums = new Map<string, number>();
  for (const { name, value } of cells) sums.set(name, (sums.get(name) ?? 0) + value);
  const names = [...sums].sort(([, a], [, b]) => b - a).map(([name]) => name);
  return names.length <= MOST_SERIES ? names : [...names.slice(0, MOST_SERIES - 1), others];
}

const indexIn = (series: readonly string[], name: string) => {
  const at = series.indexOf(name);
  return at < 0 ? series.length - 1 : at;
};
