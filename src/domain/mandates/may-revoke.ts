import type { Refusal } from '../refusal.ts';
import type { MandateFacts } from './state.ts';

/** Whether a mandate can be taken back: at any time, once. Refuses with `mandate-ended`. */
export function mayRevoke({ ended }: Pick<MandateFacts, 'ended'>): Refusal | undefined {
  return ended && { code: 'mandate-ended', at: ended.at };
}
