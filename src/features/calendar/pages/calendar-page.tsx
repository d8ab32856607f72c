import {
  Badge,
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  type Frame,
  Layout,
  Notice,
  PageHeading,
  SaveAs,
} from '../../../ui/index.ts';
import { FEED } from '../feed/paths.ts';
import { CALENDAR, type CalendarPageView } from '../view.ts';
import { words } from '../words.ts';
import { DayGrid } from './day-grid.tsx';

export function CalendarPage({ frame, calendar }: { frame: Frame; calendar: CalendarPageView }) {
  const t = words[frame.language];
  const { view, entries } = calendar;
  return (
    <Layout frame={frame} title={`${t.title}: ${calendar.heading}`} active={CALENDAR}>
      <PageHeading
        title={t.title}
        lead={t.lead}
        actions={<ButtonLink href={FEED}>{t.subscribe}</ButtonLink>}
      />
      {calendar.note && (
        <Notice tone="info">
          <p>{calendar.note}</p>
        </Notice>
      )}
      <Card>
        <CalendarBar frame={frame} calendar={calendar} />
        <p class="hint">{calendar.summary}</p>
        {view !== 'list' && <DayGrid frame={frame} calendar={calendar} />}
        {entries.length === 0 && <EmptyState title={t.none} text={t.noneText} />}
        {view === 'list' && entries.length > 0 && <EntryTable frame={frame} calendar={calendar} />}
        {entries.length > 0 && <SaveAs label={t.save} href={calendar.saveAs} />}
      </Card>
    </Layout>
  );
}

/** Which period, and how it is shown. */
function CalendarBar({ frame, calendar }: { frame: Frame; calendar: CalendarPageView }) {
  const t = words[frame.language];
  const { previous, next, today, views } = calendar;
  return (
    <div class="calendar-bar">
      <h2>{calendar.heading}</h2>
      <nav aria-label={t.steps}>
        <ul>
          <li>
            <a class="btn" href={previous.href} rel="prev">
              <span aria-hidden="true">←</span>
              <span class="sr">{previous.text}</span>
            </a>
          </li>
          <li>
            <a class="btn" href={today.href}>
              {today.text}
            </a>
          </li>
          <li>
            <a class="btn" href={next.href} rel="next">
              <span aria-hidden="true">→</span>
              <span class="sr">{next.text}</span>
            </a>
          </li>
        </ul>
      </nav>
      <nav aria-label={t.views} class="calendar-views">
        <ul>
          {views.map(({ href, text, isCurrent }) => (
            <li key={href}>
              <a class="btn quiet" href={href} aria-current={isCurrent ? 'true' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function EntryTable({ frame, calendar }: { frame: Frame; calendar: CalendarPageView }) {
  const t = words[frame.language];
  return (
    <DataTable
      caption={t.caption}
      rows={calendar.entries}
      columns={[
        { header: t.date, cell: (entry) => entry.date, rowHeader: true, nowrap: true },
        { header: t.time, cell: (entry) => entry.time, nowrap: true },
        { header: t.service, cell: (entry) => <a href={entry.href}>{entry.service}</a> },
        { header: t.where, cell: (entry) => entry.where },
        { header: t.reference, cell: (entry) => entry.reference },
        {
          header: t.status,
          cell: ({ status }) => Badge({ tone: status.tone, children: status.text }),
          onPhone: 'corner',
        },
      ]}
    />
  );
}
