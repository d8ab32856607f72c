import type { Refusal, RefusalCode } from '../../../domain/refusal.ts';

const MENDED: readonly RefusalCode[] = ['invalid', 'stale', 'slot-full', 'slot-not-offered'];

/** Whether the customer can mend it on the form of the change; all else is said on a page of its own. */
export const isMendedOnForm = ({ code }: Refusal): boolean => MENDED.includes(code);
