import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BERLIN_ZONE, berlin, day, time } from '../calendar/berlin.fixture.ts';
import { type BeforeRule, deadlineFor } from '../calendar/index.ts';
import { type Exception, type Occurrence, occurrences, type Plan, pauseOn } from './index.ts';

const RUNS = { numRuns: 10_000 };
const FEWER = { numRuns: 500 };
const isOpen = (date: Temporal.PlainDate) => berlin.isBusinessDay(date);
const RULE: BeforeRule = { kind: 'before', days: 1, dayKind: 'calendar', time: '16:00' };

/** Where plans begin: around both changes of the clocks, Easter, Christmas, a leap day, or anywhere. */
const start = fc.oneof(
  fc
    .constantFrom('2026-03-20', '2026-10-19', '2027-03-22', '2027-10-25', '2026-12-14', '2028-02-21')
    .map(day),
  fc.integer({ min: 0, max: 4 * 365 }).map((days) => day('2026-01-01').add({ days })),
);
const window = fc
  .constantFrom(12, 13, 14, 15, 16, 17)
  .map((hour) => ({ starts: time(`${hour}:00`), ends: time(`${hour + 1}:00`) }));
const weekdays = fc.subarray([1, 2, 3, 4, 5], { minLength: 1 });
const offset = fc.integer({ min: 0, max: 70 });

const plan: fc.Arbitrary<Plan> = fc
  .record({
    start,
    versions: fc.uniqueArray(
      fc.record({
        after: offset,
        weekdays,
        window,
        onHoliday: fc.constantFrom('skip' as const, 'next-business-day' as const),
      }),
      { selector: ({ after }) => after, minLength: 1, maxLength: 3 },
    ),
    last: fc.option(offset),
    pauses: fc.array(fc.tuple(offset, fc.integer({ min: 0, max: 20 })), { maxLength: 4 }),
    exceptions: fc.uniqueArray(
      fc.record({ at: offset, to: offset, kind: fc.constantFrom('skip', 'move', 'add'), window }),
      { selector: ({ at }) => at, maxLength: 8 },
    ),
  })
  .map(({ start, versions, last, pauses, exceptions }): Plan => {
    const on = (days: number) => start.add({ days });
    const sorted = versions.toSorted((a, b) => a.after - b.after);
    return {
      versions: sorted.map(({ after, ...version }, index) => ({
        ...version,
        from: index === 0 ? start : on(after + 1),
      })),
      until: last === null ? undefined : on(last),
      pauses: pauses.map(([from, days]) => ({ from: on(from), until: on(from + days) })),
      exceptions: exceptions.map(({ at, to, kind, window }): Exception => {
        if (kind === 'skip') return { kind, date: on(at) };
        return { kind: kind === 'move' ? 'move' : 'add', date: on(at), to: on(to), window };
      }),
    };
  });

const firstAsked = (one: Plan) => one.versions[0]?.from ?? day('2026-01-01');
const lastAsked = (one: Plan) => firstAsked(one).add({ days: 80 });

function all(one: Plan): readonly Occurrence[] {
  return occurrences(one, isOpen, { from: firstAsked(one), until: lastAsked(one) });
}
const due = (one: Plan) => all(one).filter(({ fate }) => fate === 'due');
const told = (list: readonly Occurrence[]) =>
  list.map(({ original, date, fate, window }) => `${original} ${date} ${fate} ${window.starts}`);

/** What must hold of every plan; said in one go, because working the dates out is what takes the time. */
function holdsTogether(one: Plan): void {
  const [first] = one.versions;
  const found = all(one);
  const comes = new Map<string, Occurrence>();
  for (const occurrence of found.filter(({ fate }) => fate === 'due')) {
    const { date, original } = occurrence;
    assert.ok(!comes.has(`${date}`), `${date} twice`);
    comes.set(`${date}`, occurrence);
    assert.ok(berlin.isBusinessDay(date), `${date} is closed`);
    assert.equal(pauseOn(one, date), undefined);
    assert.ok(first && Temporal.PlainDate.compare(first.from, original) <= 0);
    assert.ok(!one.until || Temporal.PlainDate.compare(date, one.until) <= 0);
    // at 16:00 on the wall of the day before, also when the clocks change
    const wall = deadlineFor(RULE, date, berlin, BERLIN_ZONE).toZonedDateTimeISO(BERLIN_ZONE);
    assert.equal(`${wall.toPlainDateTime()}`, `${date.subtract({ days: 1 })}T16:00:00`);
  }
  assert.equal(new Set(found.map(({ original }) => `${original}`)).size, found.length, 'a date twice');
  for (const { fate, date, original, version } of found) {
    if (fate === 'skipped')
      assert.ok(one.exceptions.some((e) => e.kind === 'skip' && e.date.equals(original)));
    if (fate === 'paused') assert.ok(pauseOn(one, date));
    if (fate === 'holiday') assert.ok(!berlin.isBusinessDay(date));
    if (fate === 'holiday' && version.onHoliday === 'next-business-day')
      assert.ok(one.until && Temporal.PlainDate.compare(berlin.nextBusinessDay(date), one.until) > 0);
    // the last days push something out of what was asked for
    if (fate === 'merged' && Temporal.PlainDate.compare(date, lastAsked(one)) <= 0)
      assert.ok(comes.has(`${date}`), `nothing comes on ${date}`);
  }
}

describe('any plan, however it is changed', () => {
  it('comes once a day at most, on no closed day, in no pause, and misses no date without a reason', () => {
    fc.assert(fc.property(plan, holdsTogether), RUNS);
  });

  it('reads the same week by week as at once', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 0, max: 60 }), (one, days) => {
        const from = (one.versions[0]?.from ?? day('2026-01-01')).add({ days });
        const span = { from, until: from.add({ days: 6 }) };
        const isIn = (date: Temporal.PlainDate) =>
          Temporal.PlainDate.compare(span.from, date) <= 0 &&
          Temporal.PlainDate.compare(date, span.until) <= 0;
        const whole = all(one).filter(({ original, date }) => isIn(original) || isIn(date));
        assert.deepEqual(told(occurrences(one, isOpen, span)), told(whole));
      }),
      FEWER,
    );
  });

  it('loses one date by skipping it, and nothing else but what waits for its place', () => {
    fc.assert(
      fc.property(plan, fc.nat(), (one, pick) => {
        const coming = due(one);
        const left = coming[pick % (coming.length || 1)];
        if (!left) return;
        const others = one.exceptions.filter(({ date }) => !date.equals(left.original));
        if (left.isAdded) return;
        const after = due({ ...one, exceptions: [...others, { kind: 'skip', date: left.original }] });
        const before = new Set(coming.map(({ original }) => `${original}`));
        assert.ok(!after.some(({ original }) => original.equals(left.original)));
        const gone = [...before].filter((key) => !after.some(({ original }) => `${original}` === key));
        assert.deepEqual(gone, [`${left.original}`]);
        // whoever comes instead comes on that very day
        for (const { original, date } of after) {
          assert.ok(before.has(`${original}`) || date.equals(left.date));
        }
      }),
      FEWER,
    );
  });
});
