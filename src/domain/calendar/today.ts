/** What day it is for the carrier: dates and deadlines are meant on its clock, wherever the server stands. */
export const todayOf = ({
  now,
  timeZone,
}: {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
}): Temporal.PlainDate => now.toZonedDateTimeISO(timeZone).toPlainDate();
