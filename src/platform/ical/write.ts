/** An appointment as calendars of other programs take it. */
export interface ICalendarEvent {
  /** Never changes, not even with the address of the portal, and is nobody else's. */
  readonly uid: string;
  /** Grows with every change; a program keeps what has the highest. */
  readonly sequence: number;
  /** When it was last changed; not the time of reading, so that an unchanged calendar is the same bytes. */
  readonly changedAt: Temporal.Instant;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly url: string;
  /** A cancelled one stays, because programs leave what merely vanishes as it was. */
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
}

export interface ICalendar {
  /** What a subscription is called; a file of single appointments has none, or Outlook opens a calendar for it. */
  readonly name?: string;
  /** Who made it, and with what: `Spreebrief`, `Kundenportal`. */
  readonly owner: string;
  readonly product: string;
  readonly language: string;
  readonly events: readonly ICalendarEvent[];
}

/**
 * Writes a calendar (RFC 5545) that can be subscribed to. Times are UTC instants, because every program knows those
 * and none needs a table of our time zone. Lines end with CRLF and are folded after 75 bytes.
 */
export function writeCalendar(calendar: ICalendar): string {
  const { owner, product, language, events } = calendar;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${namePart(owner)}//${namePart(product)}//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...subscriptionLines(calendar),
    ...(events.length > 0 ? events.flatMap(eventLines) : NO_EVENTS),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** A part of a formal public identifier: two strokes are what divides it. */
const namePart = (text: string): string => escapeText(text.replaceAll('//', '/'));

function subscriptionLines({ name }: ICalendar): string[] {
  if (name === undefined) return [];
  return [
    // the first is the name by the standard (RFC 7986), the second the one that programs know
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
  ];
}

// The standard asks for at least one component, and some programs refuse a calendar without: this one means nothing.
const NO_EVENTS = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function eventLines(event: ICalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SUMMARY:${escapeText(event.summary)}`,
    ...(event.location ? [`LOCATION:${escapeText(event.location)}`] : []),
    ...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
    `URL:${event.url.replaceAll(/[\r\n]/g, '')}`,
    `STATUS:${event.status}`,
    // a van at the door keeps nobody from another appointment
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** `20261130T090000Z`. */
const utc = (at: Temporal.Instant) => at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');

// The standard allows no control character but the tab; line breaks become \n.
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
  /[\u0000-\u0008\u000b-\u001f\u007f]/g;

function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(CONTROLS, '')
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');
}

const LONGEST = 75;

/** Breaks a line after 75 bytes at the most, never within a character; what follows begins with a space. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= LONGEST) return line;
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const width = Buffer.byteLength(character);
    // the space in front counts
    if (bytes + width > (parts.length === 0 ? LONGEST : LONGEST - 1)) {
      parts.push(part);
      part = '';
      bytes = 0;
    }
    part += character;
    bytes += width;
  }
  return [...parts, part].join('\r\n ');
}
