import type { Frame } from '../../../ui/index.ts';
import type { CalendarPageView, DayView, EntryView } from '../view.ts';
import { words } from '../words.ts';

/** What the elements are by themselves; said aloud for where their `display` makes browsers forget it. */
const ROLES = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;

/**
 * Weeks as rows, days as cells. On a phone the same table becomes a list of the days on which there is something;
 * the roles stay, because a table that is laid out otherwise would no longer be read as one.
 */
export function DayGrid({ frame, calendar }: { frame: Frame; calendar: CalendarPageView }) {
  const { weekdays, weeks, view } = calendar;
  return (
    <table class={weeks.every(isIdle) ? `days ${view} idle` : `days ${view}`} {...ROLES.table}>
      <caption class="sr">{calendar.heading}</caption>
      <thead {...ROLES.rowgroup}>
        <tr {...ROLES.row}>
          {weekdays.map((name) => (
            <th key={name} scope="col" {...ROLES.columnheader}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.rowgroup}>
        {weeks.map((days) => (
          <tr key={days[0]?.key} class={isIdle(days) ? 'idle' : undefined} {...ROLES.row}>
            {days.map((day) => (
              <Day key={day.key} frame={frame} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On a phone such a week is not there: none of its days would be. */
const isIdle = (days: readonly DayView[]) =>
  days.every((day) => day.isBeside || (day.entries.length === 0 && !day.closed && !day.isToday));

function Day({ frame, day }: { frame: Frame; day: DayView }) {
  const t = words[frame.language];
  const marks = [
    day.isToday && 'today',
    day.isBeside && 'beside',
    day.closed && 'closed',
    day.entries.length === 0 && !day.closed && 'free',
  ];
  return (
    <td class={marks.filter(Boolean).join(' ') || undefined} {...ROLES.cell}>
      <p class="day">
        <span class="day-number" aria-hidden="true">
          {day.dayOfMonth}
        </span>
        <span class="day-long">
          {day.long}
          {day.isToday && <span class="sr"> ({t.isToday})</span>}
        </span>
      </p>
      {day.closed && <p class="day-closed">{day.closed}</p>}
      {day.entries.length > 0 && (
        <ul>
          {day.entries.map((entry) => (
            <li key={entry.number}>
              <Entry entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}

function Entry({ entry }: { entry: EntryView }) {
  const { status, isOff } = entry;
  return (
    <a class={`entry ${status.tone}`} href={entry.href}>
      <span class="entry-time">{entry.time}</span>{' '}
      {isOff ? <s>{entry.service}</s> : <span>{entry.service}</span>}{' '}
      <span class="entry-more">{entry.where}</span>{' '}
      <span class={isOff ? 'entry-status' : 'sr'}>{status.text}</span>
    </a>
  );
}
