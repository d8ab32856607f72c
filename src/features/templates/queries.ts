import { query, type Transaction } from '../../platform/db/database.ts';
import type { Answers } from '../../platform/db/json.ts';

export async function insertTemplate(
  tx: Transaction,
  template: {
    customerId: number;
    name: string;
    serviceCode: string;
    answers: Answers;
    personId: number | undefined;
    at: Temporal.Instant;
  },
): Promise<number> {
  const row = await tx.first(
    query
      .insertInto('order_template')
      .values({
        customer_id: template.customerId,
        name: template.name,
        service_code: template.serviceCode,
        answers: JSON.stringify(template.answers),
        created_by: template.personId ?? null,
        created_at: template.at,
      })
      .returning('id'),
  );
  if (!row) throw new Error('insert returned no template');
  return row.id;
}

/** Makes changes to a firm's templates wait for each other until the transaction ends. Comes first. */
export async function lockTemplates(tx: Transaction, customerId: number): Promise<void> {
  await tx.sql("select pg_advisory_xact_lock(hashtextextended('templates', $1))", [customerId]);
}

/** All templates of the firm by name, with the service that they are for. */
export async function listTemplates(tx: Transaction) {
  return tx.all(
    query
      .selectFrom('order_template as t')
      .innerJoin('service as s', 's.code', 't.service_code')
      .select(['t.id', 't.name', 't.service_code as serviceCode', 's.name as serviceName', 't.answers'])
      .orderBy((eb) => eb.fn('lower', ['t.name'])),
  );
}

export type StoredTemplate = Awaited<ReturnType<typeof listTemplates>>[number];

export async function findTemplate(tx: Transaction, id: number) {
  return tx.first(query.selectFrom('order_template').select(['id', 'name']).where('id', '=', id));
}

export async function countTemplates(tx: Transaction): Promise<number> {
  const row = await tx.first(
    query.selectFrom('order_template').select(({ fn }) => fn.countAll<number>().as('count')),
  );
  return Number(row?.count ?? 0);
}

export async function renameRow(tx: Transaction, id: number, name: string): Promise<void> {
  await tx.all(query.updateTable('order_template').set({ name }).where('id', '=', id));
}

export async function deleteRow(tx: Transaction, id: number): Promise<void> {
  await tx.all(query.deleteFrom('order_template').where('id', '=', id));
}

/** What the answers name, in words: products of the shop and of the post, sites, and the firm's addresses. */
export async function namesIn(tx: Transaction) {
  const products = await tx.all(query.selectFrom('product').select(['code', 'name']));
  const mailProducts = await tx.all(query.selectFrom('mail_product').select(['code', 'name']));
  const sites = await tx.all(query.selectFrom('site').select(['code', 'name']));
  const addresses = await tx.all(query.selectFrom('address').select(['id', 'label']));
  return {
    products: new Map(products.map(({ code, name }) => [code, name])),
    mailProducts: new Map(mailProducts.map(({ code, name }) => [code, name])),
    sites: new Map(sites.map(({ code, name }) => [code, name])),
    addresses: new Map(addresses.map(({ id, label }) => [String(id), label])),
  };
}

export type Names = Awaited<ReturnType<typeof namesIn>>;
