import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { LetterPart } from '../../platform/mail/letter.ts';
import type { Mailer } from '../../platform/mail/mail.ts';
import { letterWords } from './letter-words.ts';
import { periodText } from './period.ts';
import type { DocumentFacts } from './queries.ts';
import { words } from './words.ts';

export interface LetterServices {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  /** Public address without a trailing slash. */
  readonly publicUrl: string;
}

/** What a letter says about a document. */
export function factsOf(document: DocumentFacts, formats: Formats): LetterPart {
  const t = letterWords[formats.language];
  const { period_from: from, period_to: to, gross_cents: gross, due_on: due } = document;
  return {
    kind: 'facts',
    facts: [
      [t.kind, words[formats.language].kinds[document.kind]],
      [t.number, document.number],
      ...(document.title ? [[t.about, document.title] as const] : []),
      ...(from && to ? [[t.period, periodText({ from, to }, formats)] as const] : []),
      [t.date, formats.shortDate(document.document_date)],
      ...(gross === null ? [] : [[t.gross, formats.money(gross)] as const]),
      ...(due === null ? [] : [[t.due, formats.shortDate(due)] as const]),
    ],
  };
}
