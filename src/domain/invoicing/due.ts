import { targetDayFrom } from '../calendar/index.ts';

/** The last day on which a transfer is in time: `days` after the issue, whatever weekday that is. */
export const transferDueOn = (issuedOn: Temporal.PlainDate, days: number): Temporal.PlainDate =>
  issuedOn.add({ days });

/**
 * The day on which a direct debit is collected: the first day of business of the banks after the notice. The invoice
 * is the notice, so it must be `noticeDays` older than the debit.
 */
export const debitDueOn = (issuedOn: Temporal.PlainDate, noticeDays: number): Temporal.PlainDate =>
  targetDayFrom(issuedOn.add({ days: noticeDays }));
