import { createTransport } from 'nodemailer';
import { type Database, query } from '../db/database.ts';
import { cleanText } from '../input.ts';

/** A mail as its author writes it; both bodies say the same. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly Attachment[];
}

/** A file that travels with a mail. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Mailer {
  /**
   * Hands the letter over once per key, also when the job that sends it runs twice. A crash between the hand-over
   * and its record can repeat a letter: then it carries the same Message-ID, by which mail programs drop it.
   */
  send(letter: Letter, key: string): Promise<void>;
  /** Whether letters only lie in the demo's mailbox. */
  readonly isMailbox: boolean;
  close(): void;
}

/** Sends over SMTP when there is an address for it, else keeps the letters for the mailbox page. */
export function openMailer(options: {
  db: Database;
  smtpUrl: string | undefined;
  from: string;
  now: () => Temporal.Instant;
}): Mailer {
  const transport = options.smtpUrl ? createTransport(options.smtpUrl) : undefined;
  const domain = /@([^>\s]+)/.exec(options.from)?.[1] ?? 'localhost';

  return {
    isMailbox: transport === undefined,
    async send(letter, key) {
      const now = options.now();
      await options.db.all(
        query
          .insertInto('mail')
          .values({
            key,
            recipient: letter.to,
            subject: letter.subject,
            text_body: transport ? null : letter.text,
            html_body: transport ? null : letter.html,
            created_at: now,
            sent_at: transport ? null : now,
          })
          .onConflict((conflict) => conflict.column('key').doNothing()),
      );
      if (!transport) return;
      const [record] = await options.db.all(
        query.selectFrom('mail').select('sent_at').where('key', '=', key),
      );
      if (record?.sent_at) return;
      try {
        await transport.sendMail({
          from: options.from,
          to: letter.to,
          subject: letter.subject,
          text: letter.text,
          html: letter.html,
          attachments: (letter.attachments ?? []).map(({ name, type, bytes }) => ({
            filename: name,
            contentType: type,
            content: Buffer.from(bytes),
          })),
          messageId: `<${key}@${domain}>`,
        });
      } catch (error) {
        await recordAttempt(options.db, key, now, { last_error: reasonOf(error) });
        throw error;
      }
      await recordAttempt(options.db, key, now, { sent_at: now });
    },
    close: () => transport?.close(),
  };
}

/** Keeps for the desk what became of an attempt to hand a letter over. */
async function recordAttempt(
  db: Database,
  key: string,
  now: Temporal.Instant,
  outcome: { sent_at: Temporal.Instant } | { last_error: string },
): Promise<void> {
  await db.all(
    query
      .updateTable('mail')
      .set((eb) => ({ ...outcome, attempts: eb('attempts', '+', 1), last_attempt_at: now }))
      .where('key', '=', key),
  );
}

const LONGEST_REASON = 500;

/** What the mail server said, or why it was not reached. */
const reasonOf = (error: unknown): string =>
  cleanText(error instanceof Error ? error.message : String(error)).slice(0, LONGEST_REASON);
