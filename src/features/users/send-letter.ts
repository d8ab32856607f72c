import type { Language } from '../../platform/i18n/index.ts';
import { composeLetter, type LetterPart } from '../../platform/mail/letter.ts';
import { type LetterServices, signatureOf } from '../sign-in/index.ts';
import { letterWords } from './letter-words.ts';

export interface Recipient {
  readonly email: string;
  /** Absent where only the address is known. */
  readonly name?: string;
  readonly language: Language;
}

export const paragraph = (text: string): LetterPart => ({ kind: 'paragraph', text });

/** Writes to one person in their language; once per key. */
export async function sendLetter(
  { carrier, mailer }: LetterServices,
  { email, name, language }: Recipient,
  key: string,
  subject: string,
  parts: readonly LetterPart[],
): Promise<void> {
  const t = letterWords[language];
  const letter = composeLetter({
    to: email,
    subject,
    greeting: name ? t.greeting({ name }) : t.greetingUnknown,
    parts,
    signature: signatureOf(carrier, language),
  });
  await mailer.send(letter, key);
}
