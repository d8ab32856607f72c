import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Language } from '../../platform/i18n/index.ts';
import type { Mailer } from '../../platform/mail/mail.ts';
import { letterWords } from './letter-words.ts';

/** What the letters of this folder are written and sent with. */
export interface LetterServices {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  readonly clock: () => Temporal.Instant;
  /** Public address without a trailing slash; never taken from a request, whose host anybody can invent. */
  readonly publicUrl: string;
}

/** Who writes, and where to ask. */
export function signatureOf(carrier: Carrier, language: Language): string[] {
  const t = letterWords[language];
  return [t.closing, carrier.name, `${t.phone} ${carrier.phone} (${carrier.phoneHours[language]})`];
}
