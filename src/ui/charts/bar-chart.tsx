/** One row of bars upon each other: a month, with so much of each series. Negative values are drawn as none. */
export interface BarGroup {
  readonly label: string;
  readonly values: readonly number[];
}

export interface BarChartProps {
  /** What the picture shows in a sentence; the figures themselves stand in the table beside it. */
  title: string;
  /** Names of the series in the order of the values; at most {@link MOST_SERIES}. */
  series: readonly string[];
  groups: readonly BarGroup[];
  /** Writes a value of the scale. */
  format: (value: number) => string;
}

/** More colours nobody can tell apart. */
export const MOST_SERIES = 6;

const WIDTH = 720;
const HEIGHT = 260;
const LEFT = 84;
const TOP = 12;
const BOTTOM = 28;
const STEPS = 4;

/**
 * A stacked bar chart, drawn on the server: no script, no inline style, in the colours of the page. It is a picture of
 * a table that stands beside it, so for screen readers it is one picture with a title.
 */
export function BarChart({ title, series, groups, format }: BarChartProps) {
  const top = scaleTop(groups);
  const height = HEIGHT - TOP - BOTTOM;
  const y = (value: number) => TOP + height - (value / top) * height;
  const room = (WIDTH - LEFT) / Math.max(1, groups.length);
  const width = Math.min(36, room * 0.64);
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title} focusable="false">
        {Array.from({ length: STEPS + 1 }, (_, step) => (top / STEPS) * step).map((value) => (
          <g key={value}>
            <line class="grid" x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} />
            <text class="scale" x={LEFT - 8} y={y(value) + 4} text-anchor="end">
              {format(value)}
            </text>
          </g>
        ))}
        {groups.map((group, index) => {
          const x = LEFT + room * (index + 0.5);
          let sum = 0;
          return (
            <g key={group.label}>
              {group.values.map((value, at) => {
                const from = sum;
                sum += Math.max(0, value);
                return (
                  value > 0 && (
                    <rect
                      key={series[at]}
                      class={`series-${(at % MOST_SERIES) + 1}`}
                      x={round(x - width / 2)}
                      width={round(width)}
                      y={round(y(sum))}
                      height={round(y(from) - y(sum))}
                    />
                  )
                );
              })}
              <text class="scale" x={round(x)} y={HEIGHT - 8} text-anchor="middle">
                {group.label}
              </text>
            </g>
          );
        })}
      </svg>
      {series.length > 1 && (
        <ul class="legend" aria-hidden="true">
          {series.map((name, at) => (
            <li key={name}>
              <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
                <rect class={`series-${(at % MOST_SERIES) + 1}`} width="12" height="12" rx="2" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The top of the scale: a round number at or above the highest bar, which four steps divide well. */
export function scaleTop(groups: readonly BarGroup[]): number {
  const highest = Math.max(
    0,
    ...groups.map(({ values }) => values.reduce((sum, value) => sum + Math.max(0, value), 0)),
  );
  if (highest === 0) return STEPS;
  const magnitude = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 2, 4, 6, 8, 10].find((one) => one * magnitude >= highest) ?? 10;
  return Math.max(STEPS, step * magnitude);
}
