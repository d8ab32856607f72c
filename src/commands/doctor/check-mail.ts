import { createTransport } from 'nodemailer';
import type { Database } from '../../platform/db/database.ts';
import { type Finding, findingsOf, reasonOf } from './finding.ts';

const { ok, warn, fail } = findingsOf('mail');

const PATIENCE_MS = 5000;

/** Whether the mail server lets the portal in, and what it has refused lately. Nothing is sent. */
export async function checkMail(smtpUrl: string | undefined, owner: Database): Promise<Finding[]> {
  const [unsent] = await owner.sql<{ count: number; error: string | null }>(
    `select count(*)::int as count, max(last_error) as error from mail
     where sent_at is null and last_error is not null and created_at > now() - interval '7 days'`,
  );
  const findings =
    unsent && unsent.count > 0
      ? [
          warn(
            `${unsent.count} letters of the last week were not accepted (${unsent.error}): see /desk/postfach`,
          ),
        ]
      : [];
  if (!smtpUrl) return findings;
  const transport = createTransport(smtpUrl, {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  } as object);
  try {
    await transport.verify();
    return [ok('the mail server lets the portal in'), ...findings];
  } catch (error) {
    return [fail(`the mail server does not let the portal in: ${reasonOf(error)}`), ...findings];
  } finally {
    transport.close();
  }
}
