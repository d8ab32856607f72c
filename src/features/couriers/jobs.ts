import type { RideStep } from '../../domain/courier/index.ts';
import { defineJob } from '../../platform/jobs/jobs.ts';

/** A ride came a step further or back, or was cancelled. */
export const courierLetter = defineJob<{
  customerId: number;
  number: string;
  occasion: Exclude<RideStep, 'placed'> | 'cancelled' | 'taken-back';
  personId: number | null;
}>('mail.courier');

export const courierJobs = [courierLetter];
