import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render } from 'preact-render-to-string';
import { BarChart, scaleTop } from './bar-chart.tsx';

const draw = (groups: { label: string; values: number[] }[]) =>
  render(
    <BarChart title="Kosten <2026>" series={['A', 'B']} groups={groups} format={(value) => `${value}`} />,
  );
const bars = (svg: string) =>
  [
    ...svg.matchAll(
      /<rect class="series-(\d)" x="([\d.]+)" width="([\d.]+)" y="([\d.]+)" height="([\d.]+)"/g,
    ),
  ].map(([, series, , , y, height]) => ({ series, y: Number(y), height: Number(height) }));

describe('a bar chart', () => {
  it('stacks the values of a month, in proportion', () => {
    const [first, second] = bars(draw([{ label: 'Jan', values: [300, 100] }]));
    assert.deepEqual([first?.series, second?.series], ['1', '2']);
    assert.ok(Math.abs((first?.height ?? 0) - 3 * (second?.height ?? 0)) < 0.3);
    assert.ok(
      Math.abs((second?.y ?? 0) + (second?.height ?? 0) - (first?.y ?? 0)) < 0.2,
      'one upon the other',
    );
  });

  it('draws nothing of nothing, and of what is negative', () => {
    assert.deepEqual(bars(draw([])), []);
    assert.deepEqual(bars(draw([{ label: 'Jan', values: [0, -5] }])), []);
  });

  it('has a title, no style of its own, and escapes what it says', () => {
    const svg = draw([{ label: '<b>', values: [1, 1] }]);
    assert.match(svg, /role="img" aria-label="Kosten &lt;2026>"|role="img" aria-label="Kosten &lt;2026&gt;"/);
    assert.doesNotMatch(svg, /style=|<b>/);
  });

  for (const [highest, top] of [
    [0, 4],
    [3, 4],
    [100, 100],
    [101, 200],
    [399, 400],
    [401, 600],
    [999, 1000],
  ] as const) {
    it(`has a scale up to ${top} for ${highest}`, () => {
      assert.equal(scaleTop([{ label: '', values: [highest] }]), top);
    });
  }
});
