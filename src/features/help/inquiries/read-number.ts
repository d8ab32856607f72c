import { refuse } from '../../../domain/refusal.ts';
import { InquiryNumber } from './schemas.ts';

/** The number of a question; whatever has another form belongs to none, so it refuses with `not-found`. */
export function readInquiryNumber(input: unknown): string {
  const parsed = InquiryNumber.safeParse(input);
  return parsed.success ? parsed.data.number : refuse({ code: 'not-found' });
}
