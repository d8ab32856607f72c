import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type ICalendarEvent, writeCalendar } from './index.ts';

const EVENT: ICalendarEvent = {
  uid: 'A-2026-000042@spreebrief.example',
  sequence: 2,
  changedAt: Temporal.Instant.from('2026-11-23T09:00:00.5Z'),
  startsAt: Temporal.Instant.from('2026-11-30T09:00:00Z'),
  endsAt: Temporal.Instant.from('2026-11-30T11:00:00Z'),
  summary: 'Abholung',
  location: 'Kanzlei',
  description: 'Auftrag',
  url: 'https://portal.example/auftraege/A-2026-000042',
  status: 'CONFIRMED',
};

const write = (...events: ICalendarEvent[]) =>
  writeCalendar({ name: 'Aufträge', owner: 'Spreebrief', product: 'Kundenportal', language: 'de', events });

/** Takes folding and escapes away, as a program does that reads it. */
function read(text: string): Map<string, string> {
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'));
  return new Map(
    event.map((line) => {
      const colon = line.indexOf(':');
      const value = line.slice(colon + 1).replaceAll(/\\(.)/g, (_, mark) => (mark === 'n' ? '\n' : mark));
      return [line.slice(0, colon), value];
    }),
  );
}

describe('a calendar', () => {
  it('is what RFC 5545 asks for', () => {
    assert.deepEqual(write(EVENT).split('\r\n'), [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Spreebrief//Kundenportal//DE',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Aufträge',
      'X-WR-CALNAME:Aufträge',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      'UID:A-2026-000042@spreebrief.example',
      'DTSTAMP:20261123T090000Z',
      'LAST-MODIFIED:20261123T090000Z',
      'SEQUENCE:2',
      'DTSTART:20261130T090000Z',
      'DTEND:20261130T110000Z',
      'SUMMARY:Abholung',
      'LOCATION:Kanzlei',
      'DESCRIPTION:Auftrag',
      'URL:https://portal.example/auftraege/A-2026-000042',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('lets no text become another line or another property', () => {
    const text = write({ ...EVENT, summary: 'a\r\nEND:VEVENT\nATTACH:file:///etc/passwd\rx;y,z\\n\u0000' });
    assert.ok(!/^(ATTACH|END:VEVENT\r\nATTACH)/m.test(text));
    assert.equal(text.match(/^END:VEVENT/gm)?.length, 1);
    assert.equal(read(text).get('SUMMARY'), 'a\nEND:VEVENT\nATTACH:file:///etc/passwd\nx;y,z\\n');
  });

  it('gives back any text, in lines of at most 75 bytes that break no character', () => {
    const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 200 }));
    fc.assert(
      fc.property(words, words, (description, location) => {
        const text = write({ ...EVENT, description: `x${description}`, location: `x${location}` });
        for (const line of text.split('\r\n')) {
          assert.ok(Buffer.byteLength(line) <= 75, line);
          assert.equal(line.isWellFormed(), true);
        }
        const held = (typed: string) =>
          typed
            .toWellFormed()
            .replaceAll(/\r\n?/g, '\n')
            // biome-ignore lint/suspicious/noControlCharactersInRegex: what the standard forbids
            .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
        assert.equal(read(text).get('DESCRIPTION'), held(`x${description}`));
        assert.equal(read(text).get('LOCATION'), held(`x${location}`));
      }),
    );
  });
});

/** What the parser of Thunderbird makes of it; it throws where the grammar is broken. */
function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) };
}

describe('a calendar in the parser of another program', () => {
  it('is one calendar whose events are instants, with all their texts', () => {
    const summary = 'Abholung; Straße, „Hof“ \\ 📮 äöüß'.repeat(5);
    const { calendar, events } = parsed(write({ ...EVENT, summary, location: 'Köln, Domstraße 1' }));
    assert.equal(calendar.getFirstPropertyValue('method'), 'PUBLISH');
    assert.equal(calendar.getFirstPropertyValue('prodid'), '-//Spreebrief//Kundenportal//DE');
    assert.equal(calendar.getFirstPropertyValue('x-wr-calname'), 'Aufträge');
    assert.equal(`${calendar.getFirstPropertyValue('refresh-interval')}`, 'PT1H');
    const [event = assert.fail()] = events;
    assert.deepEqual(
      [event.uid, event.sequence, event.summary, event.location],
      [EVENT.uid, 2, summary, 'Köln, Domstraße 1'],
    );
    assert.equal(event.startDate.zone, ICAL.Timezone.utcTimezone);
    assert.equal(event.startDate.toJSDate().getTime(), EVENT.startsAt.epochMilliseconds);
    assert.equal(event.endDate.toJSDate().getTime(), EVENT.endsAt.epochMilliseconds);
    assert.equal(event.component.getFirstPropertyValue('url'), EVENT.url);
  });

  it('keeps any text, also hostile, and has no property that was not written', () => {
    const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('x\r\nEND:VEVENT\r\nATTACH:y'));
    fc.assert(
      fc.property(words, (text) => {
        const [event = assert.fail()] = parsed(write({ ...EVENT, summary: `x${text}` })).events;
        assert.equal(event.component.getAllProperties().length, 12);
        assert.equal(event.component.getAllSubcomponents().length, 0);
        assert.ok(event.summary.startsWith('x'));
      }),
    );
  });

  it('is valid without an event, too, and a file of one has no name of a calendar', () => {
    const empty = parsed(write());
    assert.deepEqual([empty.events.length, empty.calendar.getAllSubcomponents().length], [0, 1]);
    const file = writeCalendar({ owner: 'A//B', product: 'Portal', language: 'en', events: [EVENT] });
    const { calendar, events } = parsed(file);
    assert.equal(events.length, 1);
    assert.equal(calendar.getFirstPropertyValue('prodid'), '-//A/B//Portal//EN');
    for (const name of ['name', 'x-wr-calname', 'refresh-interval'])
      assert.equal(calendar.getFirstPropertyValue(name), null, name);
  });
});
