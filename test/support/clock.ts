/** A clock that stands still until a test moves it. Called, it tells the time. */
export interface TestClock {
  (): Temporal.Instant;
  /** By the wall clock of the carrier: `2026-11-23T10:00`; an instant is taken as it is. */
  set(time: string | Temporal.Instant): void;
  advance(duration: Temporal.DurationLike): void;
}

export const TIME_ZONE = 'Europe/Berlin';

/** The instant at which the carrier's wall clock shows this: `2026-11-23T10:00`. */
export function berlin(wallTime: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(wallTime).toZonedDateTime(TIME_ZONE).toInstant();
}

/** A Monday without holidays around it. */
export const MONDAY = berlin('2026-11-23T10:00');

/** A clock that stands at this time. */
export function clockAt(time: string | Temporal.Instant = MONDAY): TestClock {
  let now = instantOf(time);
  return Object.assign(() => now, {
    set: (next: string | Temporal.Instant) => {
      now = instantOf(next);
    },
    advance: (duration: Temporal.DurationLike) => {
      now = now.add(duration);
    },
  });
}

const instantOf = (time: string | Temporal.Instant) => (typeof time === 'string' ? berlin(time) : time);
