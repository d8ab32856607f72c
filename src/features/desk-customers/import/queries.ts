import type { Transaction } from '../../../platform/db/database.ts';
import type { FirmDiff, StoredFirm } from './diff.ts';
import type { ImportedFirm } from './schemas.ts';

/** What is stored of these firms, by number, in one statement. Archived addresses and closed cost centres count, too. */
export async function storedFirms(
  tx: Transaction,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, StoredFirm>> {
  const rows = await tx.sql<StoredFirm & Record<string, unknown>>(
    `select c.id, c.number, c.name,
       coalesce((select json_agg(json_build_object(
           'id', a.id, 'label', a.label, 'recipient', a.recipient, 'street', a.street, 'postcode', a.postcode,
           'city', a.city, 'contactName', a.contact_name, 'contactPhone', a.contact_phone,
           'driverHint', a.driver_hint, 'isDefaultBilling', a.is_default_billing,
           'uses', array_remove(array[
             case when a.is_billing then 'billing' end, case when a.is_delivery then 'delivery' end,
             case when a.is_pickup then 'pickup' end], null)) order by a.id)
         from address a where a.customer_id = c.id and a.archived_at is null), '[]') as addresses,
       coalesce((select json_agg(json_build_object('id', k.id, 'code', k.code, 'name', k.name))
         from cost_centre k where k.customer_id = c.id), '[]') as "costCentres",
       array(select email from customer_contact e where e.customer_id = c.id order by email) as contacts,
       coalesce(s.vat_id, '') as "vatId", coalesce(s.country, 'DE') as country
     from customer c left join invoice_settings s on s.customer_id = c.id where c.number = any ($1)`,
    [numbers],
  );
  return new Map(rows.map((row) => [row.number, row]));
}

/** Locks the firms of a batch, so that two imports at once take turns. */
export async function lockFirms(tx: Transaction, numbers: readonly string[]): Promise<void> {
  await tx.sql('select id from customer where number = any ($1) order by id for no key update', [numbers]);
}

/** Enters new firms with everything in one statement; answers their ids by number. A number that is taken is left out. */
export async function insertFirms(
  tx: Transaction,
  firms: readonly ImportedFirm[],
  at: Temporal.Instant,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.sql<{ id: number; number: string }>(INSERT_FIRMS, [JSON.stringify(firms), at]);
  return new Map(rows.map(({ id, number }) => [number, id]));
}

const INSERT_FIRMS = `
  with wanted as (
    select f ->> 'number' as number, f ->> 'name' as name, f as firm from jsonb_array_elements($1::jsonb) f
  ), entered as (
    insert into customer (number, name, created_at) select number, name, $2::timestamptz from wanted
    on conflict (number) do nothing returning id, number
  ), whole as (
    select e.id, w.firm from entered e join wanted w using (number)
  ), places as (
    insert into address (customer_id, label, recipient, street, postcode, city, is_billing, is_delivery, is_pickup,
      contact_name, contact_phone, driver_hint, is_default_billing)
    select id, a.value ->> 'label', a.value ->> 'recipient', a.value ->> 'street', a.value ->> 'postcode',
      a.value ->> 'city', a.value -> 'uses' ? 'billing', a.value -> 'uses' ? 'delivery', a.value -> 'uses' ? 'pickup',
      a.value ->> 'contactName', a.value ->> 'contactPhone', a.value ->> 'driverHint',
      -- where bills go, until somebody chooses another one
      a.value -> 'uses' ? 'billing' and a.position = (
        select min(b.position) from jsonb_array_elements(firm -> 'addresses') with ordinality as b (value, position)
        where b.value -> 'uses' ? 'billing')
    from whole, jsonb_array_elements(firm -> 'addresses') with ordinality as a (value, position)
  ), centres as (
    insert into cost_centre (customer_id, code, name)
    select id, k ->> 'code', k ->> 'name' from whole, jsonb_array_elements(firm -> 'costCentres') k
  ), contacts as (
    insert into customer_contact (customer_id, email)
    select distinct id, e from whole, jsonb_array_elements_text(firm -> 'contacts') e
  ), buyers as (
    insert into invoice_settings (customer_id, vat_id, country, invoice_copies, report_copies, receipt_copies,
      einvoice_format, leitweg_id, buyer_reference, price_display)
    select id, firm ->> 'vatId', coalesce(firm ->> 'country', 'DE'), '{}', '{}', '{}', 'zugferd', '', '', 'net'
    from whole where firm ->> 'vatId' <> '' or firm ->> 'country' <> 'DE'
  )
  select id, number from entered`;

/** Writes what differs; every row that changes makes another version, so that a form that is open here notices. */
export async function updateFirm(tx: Transaction, id: number, diff: FirmDiff): Promise<void> {
  if (diff.name !== undefined) await tx.sql('update customer set name = $2 where id = $1', [id, diff.name]);
  for (const address of diff.changedAddresses) {
    await tx.sql(
      `update address set recipient = $3, street = $4, postcode = $5, city = $6, is_billing = $7, is_delivery = $8,
         is_pickup = $9, contact_name = $10, contact_phone = $11, driver_hint = $12, version = version + 1
       where id = $2 and customer_id = $1`,
      [
        id,
        address.id,
        address.recipient,
        address.street,
        address.postcode,
        address.city,
        ...(['billing', 'delivery', 'pickup'] as const).map((use) => address.uses.includes(use)),
        address.contactName,
        address.contactPhone,
        address.driverHint,
      ],
    );
  }
  for (const address of diff.newAddresses) {
    await tx.sql(
      `insert into address (customer_id, label, recipient, street, postcode, city, is_billing, is_delivery, is_pickup,
         contact_name, contact_phone, driver_hint, is_default_billing)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
         $7 and not exists (select from address where customer_id = $1 and is_default_billing)`,
      [
        id,
        address.label,
        address.recipient,
        address.street,
        address.postcode,
        address.city,
        ...(['billing', 'delivery', 'pickup'] as const).map((use) => address.uses.includes(use)),
        address.contactName,
        address.contactPhone,
        address.driverHint,
      ],
    );
  }
  if (diff.buyer) {
    await tx.sql(
      `insert into invoice_settings (customer_id, vat_id, country, invoice_copies, report_copies, receipt_copies,
         einvoice_format, leitweg_id, buyer_reference, price_display)
       values ($1, $2, $3, '{}', '{}', '{}', 'zugferd', '', '', 'net')
       on conflict (customer_id) do update set vat_id = excluded.vat_id, country = excluded.country,
         version = invoice_settings.version + 1`,
      [id, diff.buyer.vatId, diff.buyer.country],
    );
  }
  for (const { code, name } of diff.newCostCentres) {
    await tx.sql('insert into cost_centre (customer_id, code, name) values ($1, $2, $3)', [id, code, name]);
  }
  for (const { id: centre, name } of diff.changedCostCentres) {
    await tx.sql(
      'update cost_centre set name = $3, version = version + 1 where id = $2 and customer_id = $1',
      [id, centre, name],
    );
  }
  for (const email of diff.newContacts) {
    await tx.sql('insert into customer_contact (customer_id, email) values ($1, $2)', [id, email]);
  }
  if (diff.goneContacts.length > 0) {
    await tx.sql('delete from customer_contact where customer_id = $1 and email = any ($2)', [
      id,
      diff.goneContacts,
    ]);
  }
}

/** Keeps a checked file until it is taken over; what is older than a day goes. */
export async function storeImport(
  tx: Transaction,
  file: { name: string; content: string; staffId: number | undefined; at: Temporal.Instant },
): Promise<number> {
  await tx.sql("delete from customer_import where created_at < $1::timestamptz - interval '1 day'", [
    file.at,
  ]);
  const [row] = await tx.sql<{ id: number }>(
    'insert into customer_import (name, content, staff_id, created_at) values ($1, $2, $3, $4) returning id',
    [file.name, file.content, file.staffId ?? null, file.at],
  );
  if (!row) throw new Error('insert returned no import');
  return row.id;
}

/** A file that waits to be taken over. */
export async function findImport(tx: Transaction, id: number) {
  const [row] = await tx.sql<{ name: string; content: string }>(
    'select name, content from customer_import where id = $1',
    [id],
  );
  return row;
}

export async function deleteImport(tx: Transaction, id: number): Promise<boolean> {
  return (await tx.sql('delete from customer_import where id = $1 returning id', [id])).length > 0;
}
