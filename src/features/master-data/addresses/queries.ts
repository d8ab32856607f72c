import { query, type Transaction } from '../../../platform/db/database.ts';
import type { AddressValues } from './schemas.ts';

/** An address with the version that forms carry. */
export interface StoredAddress {
  readonly id: number;
  readonly version: number;
  readonly values: AddressValues;
  readonly archivedAt: Temporal.Instant | null;
}

const COLUMNS = [
  'id',
  'version',
  'archived_at as archivedAt',
  'label',
  'recipient',
  'street',
  'postcode',
  'city',
  'is_billing as isBilling',
  'is_delivery as isDelivery',
  'is_pickup as isPickup',
  'is_default_billing as isDefaultBilling',
  'contact_name as contactName',
  'contact_phone as contactPhone',
  'driver_hint as driverHint',
] as const;

type Row = { id: number; version: number; archivedAt: Temporal.Instant | null } & AddressValues;

const stored = ({ id, version, archivedAt, ...values }: Row): StoredAddress => ({
  id,
  version,
  archivedAt,
  values,
});

const columnsOf = (values: AddressValues) => ({
  label: values.label,
  recipient: values.recipient,
  street: values.street,
  postcode: values.postcode,
  city: values.city,
  is_billing: values.isBilling,
  is_delivery: values.isDelivery,
  is_pickup: values.isPickup,
  is_default_billing: values.isDefaultBilling,
  contact_name: values.contactName,
  contact_phone: values.contactPhone,
  driver_hint: values.driverHint,
});

/** Where the firm's bills go, as a letter needs it. */
export async function defaultBillingAddress(tx: Transaction) {
  return tx.first(
    query
      .selectFrom('address')
      .select(['recipient', 'street', 'postcode', 'city'])
      .where('is_default_billing', '=', true)
      .where('archived_at', 'is', null),
  );
}

/**
 * Makes changes to a firm's addresses wait for each other until the transaction ends: which one is the default is
 * a matter of all of them. Comes first, before any row is locked.
 */
export async function lockAddressBook(tx: Transaction, customerId: number): Promise<void> {
  await tx.sql("select pg_advisory_xact_lock(hashtextextended('address-book', $1))", [customerId]);
}

/** The addresses in use, the default billing address first. */
export async function listAddresses(tx: Transaction): Promise<StoredAddress[]> {
  const rows = await tx.all(
    query
      .selectFrom('address')
      .select(COLUMNS)
      .where('archived_at', 'is', null)
      .orderBy('is_default_billing', 'desc')
      .orderBy('label')
      .orderBy('id'),
  );
  return rows.map(stored);
}

/** One address, also a removed one. */
export async function findAddress(tx: Transaction, id: number): Promise<StoredAddress | undefined> {
  const row = await tx.first(query.selectFrom('address').select(COLUMNS).where('id', '=', id));
  return row && stored(row);
}

/** What all addresses are called, the removed ones too, for the history. */
export async function addressLabels(tx: Transaction): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.all(query.selectFrom('address').select(['id', 'label']));
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** How many booked orders will still go to the address; they keep the copy that they were booked with. */
export async function upcomingOrdersAt(tx: Transaction, id: number, from: Temporal.Instant): Promise<number> {
  const row = await tx.first(
    query
      .selectFrom('service_order')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('address_id', '=', id)
      .where('status', 'in', ['placed', 'awaiting-approval'])
      .where('ends_at', '>', from),
  );
  return row?.count ?? 0;
}

export async function insertAddress(
  tx: Transaction,
  customerId: number,
  values: AddressValues,
): Promise<number> {
  const row = await tx.first(
    query
      .insertInto('address')
      .values({ customer_id: customerId, ...columnsOf(values) })
      .returning('id'),
  );
  if (!row) throw new Error('insert returned no address');
  return row.id;
}

export async function updateAddress(tx: Transaction, id: number, values: AddressValues): Promise<void> {
  await tx.all(
    query
      .updateTable('address')
      .set((eb) => ({ ...columnsOf(values), version: eb('version', '+', 1) }))
      .where('id', '=', id),
  );
}

/** Takes the mark of the default away from whichever address has it, and says which that was. */
export async function clearDefaultBilling(tx: Transaction): Promise<number | undefined> {
  const row = await tx.first(
    query
      .updateTable('address')
      .set((eb) => ({ is_default_billing: false, version: eb('version', '+', 1) }))
      .where('is_default_billing', '=', true)
      .returning('id'),
  );
  return row?.id;
}

/** The address serves no more; orders that name it keep it. */
export async function archiveAddress(tx: Transaction, id: number, at: Temporal.Instant): Promise<void> {
  await tx.all(
    query
      .updateTable('address')
      .set((eb) => ({ archived_at: at, version: eb('version', '+', 1) }))
      .where('id', '=', id),
  );
}
