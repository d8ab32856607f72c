import { query, type Transaction } from '../../platform/db/database.ts';

/** A firm that the person acts or acted for. */
export interface OwnMembership {
  readonly customer_id: number;
  readonly customer_number: string;
  readonly customer_name: string;
  readonly is_admin: boolean;
  readonly rights: string[];
  readonly is_main_contact: boolean;
  readonly is_active: boolean;
  readonly last_sign_in_at: Temporal.Instant | null;
  readonly orders_need_approval: boolean;
}

/** All firms of the person, whichever the transaction is for. */
export function ownMemberships(tx: Transaction, personId: number): Promise<OwnMembership[]> {
  return tx.sql<OwnMembership & Record<string, unknown>>('select * from own_memberships($1)', [personId]);
}

/** What is kept about the person, whatever firm they act for. */
export async function ownPerson(tx: Transaction, personId: number) {
  return tx.first(
    query
      .selectFrom('person as p')
      .leftJoin('notification_preference as n', 'n.person_id', 'p.id')
      .select([
        'p.name',
        'p.email',
        'p.language',
        'p.created_at as createdAt',
        'n.order_confirmations as orderConfirmations',
        'n.status_changes as statusChanges',
        'n.deadline_reminders as deadlineReminders',
        'n.new_documents as newDocuments',
        'n.completions',
        'n.steps',
      ])
      .where('p.id', '=', personId),
  );
}

/** Since when, until when and from where a session or a device is used. */
const USE = [
  'created_at as createdAt',
  'last_used_at as lastUsedAt',
  'ends_at as endsAt',
  'network',
  'user_agent as browser',
] as const;

/** Sessions, devices and second factors, without what would let somebody use them. In a person's transaction. */
export async function ownSecurity(tx: Transaction, personId: number) {
  const sessions = await tx.all(
    query.selectFrom('session').select(USE).where('person_id', '=', personId).orderBy('created_at'),
  );
  const trustedDevices = await tx.all(
    query.selectFrom('trusted_device').select(USE).where('person_id', '=', personId).orderBy('id'),
  );
  const passkeys = await tx.all(
    query
      .selectFrom('passkey')
      .select(['name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
      .where('person_id', '=', personId)
      .orderBy('id'),
  );
  const totp = await tx.first(
    query.selectFrom('totp').select('activated_at as activatedAt').where('person_id', '=', personId),
  );
  return { sessions, trustedDevices, passkeys, codeAppSince: totp?.activatedAt ?? null };
}

/** Letters to the person: when, and what about. */
export function ownLetters(tx: Transaction, email: string) {
  return tx.all(
    query
      .selectFrom('mail')
      .select(['subject', 'created_at as createdAt', 'sent_at as sentAt'])
      .where((eb) => eb.fn<string>('lower', ['recipient']), '=', email.toLowerCase())
      .orderBy('id'),
  );
}

/** What the person ordered for the firm of the transaction. */
export function ownOrders(tx: Transaction, personId: number) {
  return tx.all(
    query
      .selectFrom('service_order')
      .select([
        'number',
        'placed_at as placedAt',
        'service_code as service',
        'service_date as serviceDate',
        'status',
        'reference',
        'cost_centre_label as costCentre',
        'driver_hint as driverHint',
        'address',
        'net_cents as netCents',
        'gross_cents as grossCents',
        'approve_until as approveUntil',
        'decline_reason as declineReason',
      ])
      .where('placed_by', '=', personId)
      .orderBy('id'),
  );
}

/** What the person did for the firm of the transaction, as the log has it. */
export function ownActions(tx: Transaction, personId: number) {
  return tx.all(
    query
      .selectFrom('audit_entry')
      .select(['at', 'action', 'object', 'before', 'after'])
      .where('person_id', '=', personId)
      .orderBy('id'),
  );
}

/** What else of the firm of the transaction carries the person's name. */
export async function ownMentions(tx: Transaction, personId: number, email: string) {
  const contactEntries = await tx.all(
    query
      .selectFrom('contact_person')
      .select(['name', 'role', 'phone', 'email'])
      .where((eb) => eb.fn<string>('lower', ['email']), '=', email.toLowerCase())
      .orderBy('id'),
  );
  const companyChangeRequests = await tx.all(
    query
      .selectFrom('company_change_request')
      .select([
        'new_name as newName',
        'reason',
        'valid_from as validFrom',
        'requested_at as requestedAt',
        'answer',
      ])
      .where('requested_by', '=', personId)
      .orderBy('id'),
  );
  const directDebitMandates = await tx.all(
    query
      .selectFrom('mandate')
      .select([
        'reference',
        'signature',
        'place',
        'given_at as givenAt',
        'client_address as clientAddress',
        'user_agent as browser',
        'ended_at as endedAt',
      ])
      .where('given_by', '=', personId)
      .orderBy('id'),
  );
  const requests = await tx.all(
    query
      .selectFrom('member_request')
      .select([
        'kind',
        'right_name as right',
        'created_at as createdAt',
        'answered_at as answeredAt',
        'is_granted as isGranted',
      ])
      .where('person_id', '=', personId)
      .orderBy('id'),
  );
  const invitations = await tx.all(
    query
      .selectFrom('invitation')
      .select([
        'rights',
        'created_at as createdAt',
        'accepted_at as acceptedAt',
        'withdrawn_at as withdrawnAt',
      ])
      .where((eb) => eb.fn<string>('lower', ['email']), '=', email.toLowerCase())
      .orderBy('id'),
  );
  const registrations = await tx.all(
    query
      .selectFrom('registration_request')
      .select(['name', 'state', 'via', 'created_at as createdAt'])
      .where((eb) => eb.fn<string>('lower', ['email']), '=', email.toLowerCase())
      .orderBy('id'),
  );
  const inquiries = await tx.all(
    query
      .selectFrom('inquiry')
      .select(['number', 'topic', 'subject', 'phone', 'state', 'created_at as createdAt'])
      .where('person_id', '=', personId)
      .orderBy('id'),
  );
  const inquiryMessages = await tx.all(
    query
      .selectFrom('inquiry_message as m')
      .innerJoin('inquiry as i', 'i.id', 'm.inquiry_id')
      .select(['i.number', 'm.at', 'm.kind', 'm.body'])
      .where('m.person_id', '=', personId)
      .orderBy('m.id'),
  );
  const documentsRead = await tx.all(
    query
      .selectFrom('document_read as r')
      .innerJoin('document as d', 'd.id', 'r.document_id')
      .select(['d.number', 'r.read_at as readAt'])
      .where('r.person_id', '=', personId)
      .orderBy('r.read_at'),
  );
  const standingPickups = await tx.all(
    query
      .selectFrom('standing_pickup')
      .select(['number', 'created_at as createdAt', 'last_date as lastDate'])
      .where('created_by', '=', personId)
      .orderBy('id'),
  );
  return {
    contactEntries,
    companyChangeRequests,
    directDebitMandates,
    requests,
    invitations,
    registrations,
    inquiries,
    inquiryMessages,
    documentsRead,
    standingPickups,
  };
}
