import { createTransport } from 'nodemailer';
import { type Database, query } from '../db/database.ts';

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
      await options.db.all(query.updateTable('mail').set({ sent_at: now }).where('key', '=', key));
    },
    close: () => transport?.close(),
  };
}
