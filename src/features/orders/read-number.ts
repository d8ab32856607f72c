import { refuse } from '../../domain/refusal.ts';
import { OrderNumber } from './schemas.ts';

/** The `number` of an input. One of the wrong form is as unknown as one that was never given out: `not-found`. */
export function readNumber(input: unknown): string {
  const parsed = OrderNumber.safeParse(input);
  return parsed.success ? parsed.data.number : refuse({ code: 'not-found' });
}
