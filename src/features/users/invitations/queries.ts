import { sql } from 'kysely';
import { knownRights, type Right } from '../../../domain/rights.ts';
import { type Database, query, type Transaction } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/index.ts';

const ownCustomer = sql<number>`(select app_customer_id())`;

/** An invitation that nobody has accepted or withdrawn; it may have run out. */
export interface OpenInvitation {
  readonly id: number;
  readonly email: string;
  readonly language: Language;
  readonly isAdmin: boolean;
  readonly rights: readonly Right[];
  readonly expiresAt: Temporal.Instant;
}

const open = query
  .selectFrom('invitation')
  .select(['id', 'email', 'language', 'is_admin as isAdmin', 'rights', 'expires_at as expiresAt'])
  .where('customer_id', '=', ownCustomer)
  .where('accepted_at', 'is', null)
  .where('withdrawn_at', 'is', null);

const read = <Row extends { rights: string[] }>(row: Row) => ({ ...row, rights: knownRights(row.rights) });

/** The open invitations of the firm of the transaction, by e-mail. */
export async function openInvitations(tx: Transaction): Promise<OpenInvitation[]> {
  return (await tx.all(open.orderBy('email').orderBy('id'))).map(read);
}

export async function findOpenInvitation(tx: Transaction, id: number): Promise<OpenInvitation | undefined> {
  const row = await tx.first(open.where('id', '=', id));
  return row && read(row);
}

/** The name of whoever invited; undefined when it was the carrier, or somebody who has left since. */
export async function invitationHost(tx: Transaction, id: number): Promise<string | undefined> {
  const row = await tx.first(
    query
      .selectFrom('invitation as i')
      .innerJoin('person as p', 'p.id', 'i.invited_by')
      .select('p.name')
      .where('i.id', '=', id),
  );
  return row?.name;
}

/** The invitation, locked until the end of the transaction. */
export async function lockInvitation(tx: Transaction, id: number): Promise<OpenInvitation | undefined> {
  const row = await tx.first(open.where('id', '=', id).forNoKeyUpdate());
  return row && read(row);
}

/** Clears invitations of these e-mails (in lower case) that have run out, so that they can be invited anew. */
export async function withdrawExpired(
  tx: Transaction,
  emails: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.all(
    query
      .updateTable('invitation')
      .set({ withdrawn_at: at, token_hash: null })
      .where('customer_id', '=', ownCustomer)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '<=', at)
      .where((eb) => eb.fn<string>('lower', ['email']), 'in', emails),
  );
}

/** Writes an invitation; undefined when one to this e-mail is open. */
export async function insertInvitation(
  tx: Transaction,
  invitation: {
    customerId: number;
    email: string;
    language: Language;
    isAdmin: boolean;
    rights: readonly Right[];
    invitedBy: number | undefined;
    at: Temporal.Instant;
    expiresAt: Temporal.Instant;
  },
): Promise<number | undefined> {
  const row = await tx.first(
    query
      .insertInto('invitation')
      .values({
        customer_id: invitation.customerId,
        email: invitation.email,
        language: invitation.language,
        is_admin: invitation.isAdmin,
        rights: [...invitation.rights],
        invited_by: invitation.invitedBy ?? null,
        created_at: invitation.at,
        expires_at: invitation.expiresAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  );
  return row?.id;
}

/** Gives it a new end. The link of the letter before is worth nothing from now on. */
export async function renewOpenInvitation(
  tx: Transaction,
  id: number,
  expiresAt: Temporal.Instant,
): Promise<void> {
  await tx.all(
    query.updateTable('invitation').set({ expires_at: expiresAt, token_hash: null }).where('id', '=', id),
  );
}

export async function withdrawOpenInvitation(
  tx: Transaction,
  id: number,
  at: Temporal.Instant,
): Promise<void> {
  await tx.all(
    query.updateTable('invitation').set({ withdrawn_at: at, token_hash: null }).where('id', '=', id),
  );
}

/** Keeps the hash of the link that the letter will carry. */
export async function setInvitationToken(tx: Transaction, id: number, hash: Buffer): Promise<void> {
  await tx.all(query.updateTable('invitation').set({ token_hash: hash }).where('id', '=', id));
}

/** What somebody with the link may know, and what they are to be compared with. */
export interface InvitationByToken {
  readonly id: number;
  readonly customer: { readonly id: number; readonly number: string; readonly name: string };
  readonly email: string;
  readonly language: Language;
  readonly isAdmin: boolean;
  readonly rights: readonly Right[];
  /** Undefined: the carrier, or somebody who has left since. */
  readonly invitedBy: string | undefined;
  readonly expiresAt: Temporal.Instant;
  /** Of the account that the e-mail belongs to; undefined for somebody new. */
  readonly account: { readonly personId: number; readonly passwordHash: string } | undefined;
}

/** The open invitation behind a link; undefined when it was used, withdrawn or has run out. */
export async function findInvitationByToken(
  db: Database,
  hash: Buffer,
  at: Temporal.Instant,
): Promise<InvitationByToken | undefined> {
  const [row] = await db.sql<{
    invitation_id: number;
    customer_id: number;
    customer_number: string;
    customer_name: string;
    email: string;
    language: Language;
    is_admin: boolean;
    rights: string[];
    invited_by: string | null;
    expires_at: Temporal.Instant;
    person_id: number | null;
    password_hash: string | null;
  }>('select * from invitation_for_token($1, $2)', [hash, at]);
  return (
    row && {
      id: row.invitation_id,
      customer: { id: row.customer_id, number: row.customer_number, name: row.customer_name },
      email: row.email,
      language: row.language,
      isAdmin: row.is_admin,
      rights: knownRights(row.rights),
      invitedBy: row.invited_by ?? undefined,
      expiresAt: row.expires_at,
      account:
        row.person_id === null
          ? undefined
          : { personId: row.person_id, passwordHash: row.password_hash ?? '' },
    }
  );
}

/** Lets the invited person in, once. `known` has proved to be them; `fresh` is somebody without an account. */
export async function useInvitation(
  tx: Transaction,
  used: {
    hash: Buffer;
    now: Temporal.Instant;
    who: { known: number } | { fresh: { name: string; passwordHash: string } };
  },
): Promise<{ outcome: 'accepted' | 'account-exists' | 'gone'; personId: number | null }> {
  const [known, name, passwordHash] =
    'known' in used.who
      ? [used.who.known, null, null]
      : [null, used.who.fresh.name, used.who.fresh.passwordHash];
  const [row] = await tx.sql<{ outcome: 'accepted' | 'account-exists' | 'gone'; person_id: number | null }>(
    'select outcome, person_id from accept_invitation($1, $2, $3, $4, $5)',
    [used.hash, known, name, passwordHash, used.now],
  );
  return { outcome: row?.outcome ?? 'gone', personId: row?.person_id ?? null };
}
