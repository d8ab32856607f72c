import { sql } from 'kysely';
import type { Right } from '../../domain/rights.ts';
import type { Ctx } from '../../platform/context.ts';
import { query, type Transaction } from '../../platform/db/database.ts';

/** What an address may be used for. */
export type AddressUse = 'delivery' | 'pickup';

export interface Address {
  readonly id: number;
  readonly label: string;
  readonly recipient: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly driverHint: string;
}

export interface CostCentre {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** The addresses of the customer that serve this use, in the order in which they were entered. */
export async function addressesFor(tx: Transaction, use: AddressUse): Promise<Address[]> {
  const rows = await tx.all(
    query
      .selectFrom('address')
      .select([
        'id',
        'label',
        'recipient',
        'street',
        'postcode',
        'city',
        'contact_name as contactName',
        'contact_phone as contactPhone',
        'driver_hint as driverHint',
      ])
      .where(use === 'delivery' ? 'is_delivery' : 'is_pickup', '=', true)
      .where('archived_at', 'is', null)
      .orderBy('id'),
  );
  return rows;
}

/** One address and one open cost centre by their ids, in one statement; whatever does not fit is missing. */
export async function addressAndCostCentre(
  tx: Transaction,
  ids: { readonly addressId: number; readonly costCentreId?: number | undefined },
  use: AddressUse,
): Promise<{ address: Address | undefined; costCentre: CostCentre | undefined }> {
  const row = await tx.first(
    query
      .selectFrom('address as a')
      .leftJoin('cost_centre as c', (join) =>
        join.on('c.id', '=', ids.costCentreId ?? null).on('c.closed_at', 'is', null),
      )
      .select([
        'a.id',
        'a.label',
        'a.recipient',
        'a.street',
        'a.postcode',
        'a.city',
        'a.contact_name as contactName',
        'a.contact_phone as contactPhone',
        'a.driver_hint as driverHint',
        'c.id as costCentreId',
        'c.code',
        'c.name',
      ])
      .where('a.id', '=', ids.addressId)
      .where('a.archived_at', 'is', null)
      .where(use === 'delivery' ? 'a.is_delivery' : 'a.is_pickup', '=', true),
  );
  if (!row) return { address: undefined, costCentre: undefined };
  const { costCentreId: id, code, name, ...address } = row;
  return { address, costCentre: id && code && name ? { id, code, name } : undefined };
}

/** The cost centres that may be charged. */
export async function openCostCentres(tx: Transaction): Promise<CostCentre[]> {
  return tx.all(
    query
      .selectFrom('cost_centre')
      .select(['id', 'code', 'name'])
      .where('closed_at', 'is', null)
      .orderBy('code'),
  );
}

export async function setPersonLanguage(
  tx: Transaction,
  personId: number,
  language: Ctx['language'],
): Promise<void> {
  await tx.all(query.updateTable('person').set({ language }).where('id', '=', personId));
}

/** Which amount the firm wants to read first in lists. */
export async function priceDisplay(tx: Transaction): Promise<'net' | 'gross'> {
  const row = await tx.first(query.selectFrom('invoice_settings').select('price_display'));
  return row?.price_display ?? 'net';
}

/** What a person can choose to be written to about; what concerns the security of the account always goes out. */
export type LetterKind =
  | 'orderConfirmations'
  | 'statusChanges'
  | 'deadlineReminders'
  | 'newDocuments'
  | 'completions'
  | 'steps';

/** Who never chose gets all letters but those about what goes as planned. */
const ONLY_IF_CHOSEN: readonly LetterKind[] = ['completions', 'steps'];

/** Whether a person of the firm wants letters of the kind, or would if they never chose. */
export async function wantsLetters(tx: Transaction, personId: number, kind: LetterKind): Promise<boolean> {
  const chosen = await tx.first(
    query
      .selectFrom('notification_preference')
      .select([
        'order_confirmations as orderConfirmations',
        'status_changes as statusChanges',
        'deadline_reminders as deadlineReminders',
        'new_documents as newDocuments',
        'completions',
        'steps',
      ])
      .where('person_id', '=', personId),
  );
  return chosen?.[kind] ?? isWantedByDefault(kind);
}

/** Whether somebody who never chose gets letters of the kind. */
export const isWantedByDefault = (kind: string): boolean => !ONLY_IF_CHOSEN.some((one) => one === kind);

/** Enters a firm; undefined when its number is taken. */
export async function insertCustomer(
  tx: Transaction,
  customer: { number: string; name: string; created_at: Temporal.Instant },
): Promise<number | undefined> {
  const row = await tx.first(
    query
      .insertInto('customer')
      .values(customer)
      .onConflict((conflict) => conflict.column('number').doNothing())
      .returning('id'),
  );
  return row?.id;
}

export async function insertAddresses(
  tx: Transaction,
  customerId: number,
  addresses: readonly (Omit<Address, 'id'> & { readonly uses: readonly (AddressUse | 'billing')[] })[],
): Promise<void> {
  // where bills go, until somebody chooses another one
  const first = addresses.find(({ uses }) => uses.includes('billing'));
  await tx.all(
    query.insertInto('address').values(
      addresses.map((address) => ({
        customer_id: customerId,
        label: address.label,
        recipient: address.recipient,
        street: address.street,
        postcode: address.postcode,
        city: address.city,
        is_billing: address.uses.includes('billing'),
        is_default_billing: address === first,
        is_delivery: address.uses.includes('delivery'),
        is_pickup: address.uses.includes('pickup'),
        contact_name: address.contactName,
        contact_phone: address.contactPhone,
        driver_hint: address.driverHint,
      })),
    ),
  );
}

export async function insertCostCentres(
  tx: Transaction,
  customerId: number,
  costCentres: readonly Omit<CostCentre, 'id'>[],
): Promise<void> {
  if (costCentres.length === 0) return;
  await tx.all(
    query
      .insertInto('cost_centre')
      .values(costCentres.map(({ code, name }) => ({ customer_id: customerId, code, name }))),
  );
}

/** Whom the carrier knows at the firm; e-mails in lower case. */
export async function insertContacts(
  tx: Transaction,
  customerId: number,
  emails: readonly string[],
): Promise<void> {
  const distinct = [...new Set(emails)];
  if (distinct.length === 0) return;
  await tx.all(
    query
      .insertInto('customer_contact')
      .values(distinct.map((email) => ({ customer_id: customerId, email }))),
  );
}

/** Enters people who are new; whoever is known by their e-mail stays as they are. All ids, by e-mail in lower case. */
export async function insertPeople(
  tx: Transaction,
  people: readonly { email: string; name: string; language: Ctx['language']; passwordHash: string }[],
  at: Temporal.Instant,
): Promise<ReadonlyMap<string, number>> {
  if (people.length === 0) return new Map();
  await tx.all(
    query
      .insertInto('person')
      .values(
        people.map(({ email, name, language, passwordHash }) => ({
          email,
          name,
          language,
          password_hash: passwordHash,
          created_at: at,
        })),
      )
      .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing()),
  );
  const emails = people.map(({ email }) => email.toLowerCase());
  const rows = await tx.all(
    query
      .selectFrom('person')
      .select((eb) => ['id', eb.fn<string>('lower', ['email']).as('email')])
      .where((eb) => eb.fn<string>('lower', ['email']), 'in', emails),
  );
  return new Map(rows.map(({ email, id }) => [email, id]));
}

export async function insertMemberships(
  tx: Transaction,
  customerId: number,
  members: readonly {
    personId: number;
    isAdmin: boolean;
    isMainContact: boolean;
    rights: readonly Right[];
  }[],
): Promise<void> {
  if (members.length === 0) return;
  await tx.all(
    query.insertInto('membership').values(
      members.map(({ personId, isAdmin, isMainContact, rights }) => ({
        customer_id: customerId,
        person_id: personId,
        is_admin: isAdmin,
        is_main_contact: isMainContact,
        rights: [...rights],
      })),
    ),
  );
}
