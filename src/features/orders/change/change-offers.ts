import { type OfferedDay, slotKey, type TimeWindow } from '../../../domain/calendar/index.ts';

/** The window that an order holds already. */
export interface OwnPlace extends TimeWindow {
  readonly date: Temporal.PlainDate;
  /** Until when the order can be changed: so long it can also keep its place. */
  readonly changeUntil: Temporal.Instant;
}

/**
 * What an order can be moved to: everything that is offered, and where it is now. Its own place counts as free for
 * itself, also in a full window, on a date that can no longer be ordered for, or in a window that is no longer
 * kept: there it has its promise.
 */
export function withOwnPlace(days: readonly OfferedDay[], own: OwnPlace): readonly OfferedDay[] {
  const key = slotKey(own.date, own);
  const day = days.find(({ date }) => date.equals(own.date));
  const offered = day?.windows.find((window) => window.key === key);
  const capacity = offered?.capacity ?? 1;
  const kept = {
    starts: own.starts,
    ends: own.ends,
    capacity,
    free: Math.min(capacity, (offered?.free ?? 0) + 1),
    key,
  };
  const withOwn: OfferedDay = {
    date: own.date,
    orderBy: day?.orderBy ?? own.changeUntil,
    windows: [...(day?.windows ?? []).filter((window) => window.key !== key), kept].sort((a, b) =>
      Temporal.PlainTime.compare(a.starts, b.starts),
    ),
  };
  return [...days.filter((other) => other !== day), withOwn].sort((a, b) =>
    Temporal.PlainDate.compare(a.date, b.date),
  );
}
