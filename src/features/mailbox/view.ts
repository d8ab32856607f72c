import type { Formats } from '../../platform/i18n/index.ts';

export interface MailView {
  readonly href: string;
  readonly to: string;
  readonly subject: string;
  readonly at: string;
}

export function mailView(
  mail: { id: number; recipient: string; subject: string; createdAt: Temporal.Instant },
  formats: Formats,
): MailView {
  return {
    href: `/vorfuehrung/postfach/${mail.id}`,
    to: mail.recipient,
    subject: mail.subject,
    at: formats.dateTime(mail.createdAt),
  };
}
