import type { Language } from '../../platform/i18n/index.ts';
import { defineJob } from '../../platform/jobs/jobs.ts';

/** Somebody is invited, for the first time or again: each letter makes a new link. */
export const personInvited = defineJob<{ customerId: number; invitationId: number }>('mail.invitation');

/** A member was deleted; who they were stands here because it stands nowhere else any more. */
export const memberDeleted = defineJob<{
  customerNumber: string;
  customerName: string;
  email: string;
  name: string;
  language: Language;
  bySelf: boolean;
}>('mail.member-deleted');

/** A member asks the administrators for a right, or to be deleted. */
export const requestMade = defineJob<{ customerId: number; requestId: number }>('mail.member-request');

export const requestAnswered = defineJob<{ customerId: number; requestId: number }>(
  'mail.member-request-answered',
);

/** The desk has given a firm a new main contact: everybody there is told. */
export const mainContactAssigned = defineJob<{ customerId: number; email: string }>(
  'mail.main-contact-assigned',
);

export const userJobs = [personInvited, memberDeleted, requestMade, requestAnswered, mainContactAssigned];
