import { query, type Transaction } from '../../../platform/db/database.ts';

export const MAIL_STATES = ['sent', 'failed', 'waiting'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export interface MailFilter {
  /** Beginning of the address, in any case. */
  readonly recipient?: string | undefined;
  readonly state?: MailState | undefined;
}

const mails = query
  .selectFrom('mail')
  .select([
    'id',
    'key',
    'recipient',
    'subject',
    'created_at as createdAt',
    'sent_at as sentAt',
    'attempts',
    'last_attempt_at as lastAttemptAt',
    'last_error as lastError',
    'text_body as textBody',
  ]);

export type MailRow = Awaited<ReturnType<typeof listMails>>[number];

const literal = (typed: string) => typed.replaceAll(/[\\%_]/g, '\\$&');

/** Letters that fit, the newest first (`newer`: the nearest above the cursor, oldest first). */
export function listMails(
  tx: Transaction,
  { recipient, state }: MailFilter,
  cursor: { readonly older?: number | undefined; readonly newer?: number | undefined },
  limit: number,
) {
  let chosen = mails;
  if (recipient !== undefined) {
    chosen = chosen.where((eb) =>
      eb(eb.fn<string>('lower', ['recipient']), 'like', `${literal(recipient.toLowerCase())}%`),
    );
  }
  if (state === 'sent') chosen = chosen.where('sent_at', 'is not', null);
  if (state === 'failed') chosen = chosen.where('sent_at', 'is', null).where('last_error', 'is not', null);
  if (state === 'waiting') chosen = chosen.where('sent_at', 'is', null).where('last_error', 'is', null);
  if (cursor.older !== undefined) chosen = chosen.where('id', '<', cursor.older);
  if (cursor.newer !== undefined) chosen = chosen.where('id', '>', cursor.newer);
  return tx.all(chosen.orderBy('id', cursor.newer !== undefined ? 'asc' : 'desc').limit(limit));
}

export function findDeskMail(tx: Transaction, id: number) {
  return tx.first(mails.where('id', '=', id));
}

/** What caused a letter: its job, as long as the queue keeps it. */
export interface MailJob {
  readonly name: string;
  readonly id: string;
  readonly state: 'created' | 'retry' | 'active' | 'completed' | 'failed' | 'cancelled';
  readonly data: object;
}

/** The job behind the key of a letter, which begins with the job's id. */
export async function jobOfMail(tx: Transaction, key: string): Promise<MailJob | undefined> {
  const id = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/.exec(key)?.[0];
  if (id === undefined) return undefined;
  const [job] = await tx.sql<MailJob & Record<string, unknown>>(
    'select name, id, state::text as state, data from pgboss.job where id = $1::uuid',
    [id],
  );
  return job;
}

/** Whether the same is on its way already. */
export async function isOnItsWay(tx: Transaction, job: MailJob): Promise<boolean> {
  const rows = await tx.sql(
    `select 1 from pgboss.job
     where name = $1 and data = $2::jsonb and state in ('created', 'retry', 'active') limit 1`,
    [job.name, JSON.stringify(job.data)],
  );
  return rows.length > 0;
}

/** Whoever asks for the same letter at the same moment waits for their turn. */
export async function lockMail(tx: Transaction, id: number): Promise<void> {
  await tx.sql('select pg_advisory_xact_lock(7260421, $1::int)', [id % 2_147_483_647]);
}
