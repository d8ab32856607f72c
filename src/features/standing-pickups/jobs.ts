import { defineJob } from '../../platform/jobs/jobs.ts';

/** What a letter about a plan tells of. */
export type PlanOccasion =
  | 'set-up'
  | 'changed'
  | 'skipped'
  | 'restored'
  | 'moved'
  | 'added'
  | 'paused'
  | 'resumed'
  | 'ended'
  /** Nobody did anything: dates could not be booked, or can be now. */
  | 'blocked'
  | 'freed';

/** Something happened to a plan. Dates as text; `blocked` are the days for which no place was left. */
export const planLetter = defineJob<{
  customerId: number;
  number: string;
  occasion: PlanOccasion;
  about: string | null;
  blocked: string[];
  personId: number | null;
}>('mail.standing-pickup');

/** Every night, before the carrier plans its tours: asks which plans there are. */
export const extendPlans = defineJob<object>('standing-pickups.extend', { cron: '15 2 * * *' });

/** The next dates of one plan become orders. */
export const extendPlan = defineJob<{ customerId: number; planId: number }>('standing-pickups.extend-one');

export const standingPickupJobs = [planLetter, extendPlans, extendPlan];
