import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { at, BERLIN_ZONE, berlin, day, time } from './calendar/berlin.fixture.ts';
import { opennessAt, replyDue, type ServiceHours, spansOn } from './service-hours.ts';

const week = (opens: string, closes: string, days = [1, 2, 3, 4, 5]) =>
  days.map((weekday) => ({ weekday, opens: time(opens), closes: time(closes) }));

const hours: ServiceHours = {
  versions: [{ validFrom: day('2020-01-01'), spans: week('08:00', '18:00') }],
  calendar: berlin,
  timeZone: BERLIN_ZONE,
};
const none: ServiceHours = { ...hours, versions: [] };

describe('whether somebody is there', () => {
  // Monday, 23 November 2026
  for (const [wall, expected] of [
    ['2026-11-23T07:59:59', 'opens 2026-11-23T08:00'],
    ['2026-11-23T08:00:00', 'until 2026-11-23T18:00'],
    ['2026-11-23T08:00:01', 'until 2026-11-23T18:00'],
    ['2026-11-23T17:59:59', 'until 2026-11-23T18:00'],
    ['2026-11-23T18:00:00', 'opens 2026-11-24T08:00'],
    ['2026-11-23T18:00:01', 'opens 2026-11-24T08:00'],
    ['2026-11-27T20:00:00', 'opens 2026-11-30T08:00'],
    // Christmas Eve is a closure, then two holidays and a Sunday
    ['2026-12-24T10:00:00', 'opens 2026-12-28T08:00'],
    // both days on which the clock changes are Sundays; the Monday after keeps its wall time
    ['2026-03-29T12:00:00', 'opens 2026-03-30T08:00'],
    ['2026-10-25T12:00:00', 'opens 2026-10-26T08:00'],
  ] as const) {
    it(`${wall}: ${expected}`, () => {
      const found = opennessAt(hours, at(wall));
      const [word, when = ''] = expected.split(' ');
      assert.equal(found.isOpen, word === 'until');
      assert.equal(`${found.isOpen ? found.closesAt : found.opensAt}`, `${at(when)}`);
    });
  }

  it('names the holiday that keeps it closed, and no holiday on a weekend', () => {
    const christmas = opennessAt(hours, at('2026-12-25T10:00'));
    assert.equal(!christmas.isOpen && christmas.holiday?.en, 'Christmas Day');
    const saturday = opennessAt(hours, at('2026-11-28T10:00'));
    assert.equal(!saturday.isOpen && saturday.holiday, undefined);
  });

  it('knows no opening without hours', () => {
    assert.deepEqual(opennessAt(none, at('2026-11-23T10:00')), {
      isOpen: false,
      opensAt: undefined,
      holiday: undefined,
    });
  });

  it('takes the hours that hold on the day, with a break at noon', () => {
    const changed: ServiceHours = {
      ...hours,
      versions: [
        ...hours.versions,
        {
          validFrom: day('2026-11-24'),
          spans: [...week('13:00', '16:00', [2]), ...week('09:00', '12:00', [2])],
        },
      ],
    };
    assert.equal(spansOn(changed, day('2026-11-23')).length, 1);
    const noon = opennessAt(changed, at('2026-11-24T12:30'));
    assert.equal(!noon.isOpen && `${noon.opensAt}`, `${at('2026-11-24T13:00')}`);
    assert.equal(spansOn(changed, day('2026-11-25')).length, 0, 'the newer hours have no Wednesday');
  });
});

describe('until when a question is to be answered', () => {
  for (const [what, received, minutes, due] of [
    ['within the day', '2026-11-23T09:00', 480, '2026-11-23T17:00'],
    ['exactly at closing time', '2026-11-23T10:00', 480, '2026-11-23T18:00'],
    ['a minute later it runs into the next day', '2026-11-23T10:01', 480, '2026-11-24T08:01'],
    ['at night it counts from the opening', '2026-11-23T03:00', 480, '2026-11-23T16:00'],
    ['over the weekend', '2026-11-27T17:00', 120, '2026-11-30T09:00'],
    ['over Christmas', '2026-12-23T17:30', 60, '2026-12-28T08:30'],
    ['over the change to summer time', '2026-03-27T17:00', 120, '2026-03-30T09:00'],
    ['over the change to winter time', '2026-10-23T17:00', 120, '2026-10-26T09:00'],
    ['at once', '2026-11-23T09:00', 0, '2026-11-23T09:00'],
  ] as const) {
    it(what, () => assert.equal(`${replyDue(hours, at(received), minutes)}`, `${at(due)}`));
  }

  it('in a week where there are no hours at all', () => {
    const received = at('2026-11-23T10:00');
    assert.equal(`${replyDue(none, received, 480)}`, `${received.add({ hours: 168 })}`);
  });
});
