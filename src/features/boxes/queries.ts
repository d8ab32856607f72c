import { sql } from 'kysely';
import { query, type Transaction } from '../../platform/db/database.ts';

/** What is at each address, by address and product; addresses where nothing ever was are not in it. */
export async function boxBalances(tx: Transaction) {
  return tx.all(
    query
      .selectFrom('box_movement as m')
      .innerJoin('address as a', 'a.id', 'm.address_id')
      .innerJoin('product as p', 'p.code', 'm.product_code')
      .select(({ fn }) => [
        'a.id as addressId',
        'a.label',
        'a.street',
        'a.city',
        'p.code as productCode',
        'p.name',
        fn.sum<number>('m.pieces').as('pieces'),
      ])
      .groupBy(['a.id', 'p.code'])
      .orderBy('a.label')
      .orderBy('a.id')
      .orderBy('p.position'),
  );
}

export type BoxBalance = Awaited<ReturnType<typeof boxBalances>>[number];

/**
 * The latest movements, the newest first.
 * @param after the last one of the portion before
 */
export async function latestMovements(
  tx: Transaction,
  limit: number,
  after?: { readonly movedOn: Temporal.PlainDate; readonly id: number },
) {
  let rows = query
    .selectFrom('box_movement as m')
    .innerJoin('address as a', 'a.id', 'm.address_id')
    .innerJoin('product as p', 'p.code', 'm.product_code')
    .leftJoin('service_order as o', 'o.id', 'm.order_id')
    .select(['m.id', 'm.moved_on as movedOn', 'a.label', 'p.name', 'm.pieces', 'm.note', 'o.number'])
    .orderBy('m.moved_on', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit);
  if (after) rows = rows.where(sql<boolean>`(m.moved_on, m.id) < (${after.movedOn}::date, ${after.id})`);
  return tx.all(rows);
}

export type BoxMovementRow = Awaited<ReturnType<typeof latestMovements>>[number];

/** Whether the firm has the address and the product is one that comes back. */
export async function canMove(tx: Transaction, addressId: number, productCode: string) {
  const address = await tx.first(query.selectFrom('address').select('id').where('id', '=', addressId));
  const product = await tx.first(
    query
      .selectFrom('product')
      .select('code')
      .where('code', '=', productCode)
      .where('is_returnable', '=', true),
  );
  return { address: address !== undefined, product: product !== undefined };
}

/** Writes a movement down; undefined when its form was sent already. */
export async function insertMovement(
  tx: Transaction,
  movement: {
    customerId: number;
    addressId: number;
    productCode: string;
    pieces: number;
    movedOn: Temporal.PlainDate;
    note: string;
    at: Temporal.Instant;
    key: string | undefined;
  },
): Promise<number | undefined> {
  const row = await tx.first(
    query
      .insertInto('box_movement')
      .values({
        customer_id: movement.customerId,
        address_id: movement.addressId,
        product_code: movement.productCode,
        pieces: movement.pieces,
        moved_on: movement.movedOn,
        note: movement.note,
        recorded_at: movement.at,
        entry_key: movement.key ?? null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  );
  return row?.id;
}

/** Where boxes can be, and which there are: for the form of the desk. */
export async function boxChoices(tx: Transaction) {
  const addresses = await tx.all(
    query
      .selectFrom('address')
      .select(['id', 'label', 'street', 'city'])
      .where('archived_at', 'is', null)
      .orderBy('label')
      .orderBy('id'),
  );
  const products = await tx.all(
    query
      .selectFrom('product')
      .select(['code', 'name'])
      .where('is_returnable', '=', true)
      .orderBy('position'),
  );
  return { addresses, products };
}
