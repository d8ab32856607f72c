import type { Refusal } from './refusal.ts';

/** What the answers of the help pages are about, in their order. */
export const FAQ_TOPICS = [
  'access',
  'users',
  'ordering',
  'services',
  'changes',
  'payment',
  'documents',
  'data',
] as const;
export type FaqTopic = (typeof FAQ_TOPICS)[number];

/** What a question to the carrier is about. */
export const INQUIRY_TOPICS = [
  'access',
  'order',
  'pickup',
  'payment',
  'documents',
  'complaint',
  'other',
] as const;
export type InquiryTopic = (typeof INQUIRY_TOPICS)[number];

/** `open`: the carrier owes an answer; `answered`: it is the customer's turn, if they want; `closed`: done. */
export const INQUIRY_STATES = ['open', 'answered', 'closed'] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];

/** Whether the promised time has passed without an answer: at the promised instant it has not. */
export function isOverdue(
  { state, dueAt }: { readonly state: InquiryState; readonly dueAt: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean {
  return state === 'open' && dueAt !== null && Temporal.Instant.compare(now, dueAt) > 0;
}

/** Who handles a question names the version that they saw: whoever comes second sees what the first one did. */
export function unlessStale(stored: { readonly version: number }, seen: number): Refusal | undefined {
  return stored.version === seen ? undefined : { code: 'stale' };
}
