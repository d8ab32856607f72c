import type { DayView, MonthView } from '../date-views.ts';

/** A month at a glance; on a phone the list below says the same. */
export function MonthTable({ month }: { month: MonthView }) {
  return (
    <table class="plan-month">
      <caption class="sr">{month.title}</caption>
      <thead>
        <tr>
          {month.weekdays.map((day) => (
            <th key={day} scope="col">
              <abbr title={day}>{day.slice(0, 2)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, column) => (
              <td key={column} class={day?.isToday ? 'today' : undefined}>
                {day && <Day day={day} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day }: { day: DayView }) {
  return (
    <>
      <span class="number" aria-current={day.isToday ? 'date' : undefined}>
        {day.day}
      </span>
      {day.holiday && <span class="remark">{day.holiday}</span>}
      {day.dates.map((date) => (
        <a key={date.original} class={`date ${date.state.tone}`} href={date.href}>
          {date.window}
          <span class="remark">{date.state.text}</span>
        </a>
      ))}
    </>
  );
}
