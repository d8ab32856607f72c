import { sql } from 'kysely';
import { query, type Transaction } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/index.ts';

const ownCustomer = sql<number>`(select app_customer_id())`;

/** What one clerk proposed and no other has agreed to yet. */
export interface Proposal {
  readonly id: number;
  readonly customerId: number;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly email: string;
  readonly language: Language;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Temporal.Instant;
  /** The account of the clerk; null when it was proposed at the command line. */
  readonly proposedByStaff: number | null;
}

const open = query
  .selectFrom('main_contact_proposal as o')
  .innerJoin('customer as c', 'c.id', 'o.customer_id')
  .select([
    'o.id',
    'c.id as customerId',
    'c.number as customerNumber',
    'c.name as customerName',
    'o.email',
    'o.language',
    'o.reason',
    'o.proposed_by as proposedBy',
    'o.proposed_at as proposedAt',
    'o.proposed_by_staff as proposedByStaff',
  ])
  .where('o.agreed_at', 'is', null)
  .where('o.withdrawn_at', 'is', null);

/** Every open proposal, the oldest first; by the desk. */
export async function openProposals(tx: Transaction): Promise<Proposal[]> {
  return tx.all(open.orderBy('o.id'));
}

/** The proposal for the firm of the transaction, locked until its end. */
export async function lockProposal(tx: Transaction, id: number): Promise<Proposal | undefined> {
  return tx.first(open.where('o.id', '=', id).where('o.customer_id', '=', ownCustomer).forNoKeyUpdate('o'));
}

/** Writes a proposal; undefined when the firm has an open one. */
export async function insertProposal(
  tx: Transaction,
  proposal: {
    customerId: number;
    email: string;
    language: Language;
    reason: string;
    by: string;
    staffId: number | undefined;
    at: Temporal.Instant;
  },
): Promise<number | undefined> {
  const row = await tx.first(
    query
      .insertInto('main_contact_proposal')
      .values({
        customer_id: proposal.customerId,
        email: proposal.email,
        language: proposal.language,
        reason: proposal.reason,
        proposed_by: proposal.by,
        proposed_by_staff: proposal.staffId ?? null,
        proposed_at: proposal.at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  );
  return row?.id;
}

/** Writes the second clerk down; the database refuses one who is the first. */
export async function setAgreed(
  tx: Transaction,
  id: number,
  agreed: { by: string; staffId: number | undefined; at: Temporal.Instant },
): Promise<void> {
  await tx.all(
    query
      .updateTable('main_contact_proposal')
      .set({ agreed_by: agreed.by, agreed_by_staff: agreed.staffId ?? null, agreed_at: agreed.at })
      .where('id', '=', id),
  );
}

export async function setProposalWithdrawn(tx: Transaction, id: number, at: Temporal.Instant): Promise<void> {
  await tx.all(query.updateTable('main_contact_proposal').set({ withdrawn_at: at }).where('id', '=', id));
}

/** Invites the new main contact in place of any other invitation of the same e-mail. */
export async function inviteMainContact(
  tx: Transaction,
  invitation: {
    customerId: number;
    email: string;
    language: Language;
    at: Temporal.Instant;
    expiresAt: Temporal.Instant;
  },
): Promise<number> {
  const { customerId, email, language, at, expiresAt } = invitation;
  await tx.all(
    query
      .updateTable('invitation')
      .set({ withdrawn_at: at, token_hash: null })
      .where('customer_id', '=', customerId)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where((eb) => eb.fn<string>('lower', ['email']), '=', email.toLowerCase()),
  );
  const row = await tx.first(
    query
      .insertInto('invitation')
      .values({
        customer_id: customerId,
        email,
        language,
        is_admin: true,
        is_main_contact: true,
        rights: [],
        created_at: at,
        expires_at: expiresAt,
      })
      .returning('id'),
  );
  if (!row) throw new Error('the invitation was not written');
  return row.id;
}

/** The id of an active member with this e-mail. */
export async function activeMemberByEmail(tx: Transaction, email: string): Promise<number | undefined> {
  const row = await tx.first(
    query
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select('p.id')
      .where('m.customer_id', '=', ownCustomer)
      .where('m.is_active', '=', true)
      .where((eb) => eb.fn<string>('lower', ['p.email']), '=', email.toLowerCase()),
  );
  return row?.id;
}
