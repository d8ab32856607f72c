import { defineJob } from '../../platform/jobs/jobs.ts';

/** Somebody has registered; what becomes of it is decided out of sight, so that the answer takes the same time. */
export const registrationReceived = defineJob<{ requestId: number; requestKey: string }>(
  'registration.decide',
);

/**
 * A letter to whoever registered. `received` says no more than that we look at it, `confirm` carries the link,
 * `member` reminds of an access, `taken` tells that a colleague was faster.
 */
export const registrationLetter = defineJob<{
  requestId: number;
  kind: 'received' | 'confirm' | 'member' | 'declined' | 'taken' | 'completed';
}>('mail.registration');

/** Somebody wants to join a firm: its administrators are asked. */
export const joinRequested = defineJob<{ customerId: number; requestId: number }>('mail.join-request');

export const registrationJobs = [registrationReceived, registrationLetter, joinRequested];
