import { todayOf } from '../../../domain/calendar/index.ts';
import type { HoursVersion, ServiceHours } from '../../../domain/service-hours.ts';
import { type Database, query } from '../../../platform/db/database.ts';
import { readCalendar } from '../../catalogue/index.ts';

/** When the customer service is there, and within how many minutes of that it answers. */
export interface ServicePromise extends ServiceHours {
  readonly replyMinutes: number;
}

export async function readServicePromise(
  db: Pick<Database, 'all' | 'sql'>,
  at: { readonly now: Temporal.Instant; readonly timeZone: string },
): Promise<ServicePromise> {
  const today = todayOf(at);
  const [rows, [carrier], calendar] = await Promise.all([
    db.all(
      query
        .selectFrom('service_hours')
        .select(['valid_from as validFrom', 'weekday', 'opens', 'closes'])
        .orderBy('valid_from')
        .orderBy('weekday')
        .orderBy('opens'),
    ),
    db.all(query.selectFrom('carrier').select('reply_hours as replyHours')),
    readCalendar(db, today),
  ]);
  const versions = Map.groupBy(rows, ({ validFrom }) => validFrom.toString());
  return {
    versions: [...versions].map(
      ([validFrom, spans]): HoursVersion => ({ validFrom: Temporal.PlainDate.from(validFrom), spans }),
    ),
    calendar,
    timeZone: at.timeZone,
    replyMinutes: (carrier?.replyHours ?? 8) * 60,
  };
}
