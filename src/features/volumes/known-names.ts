import { parseCustomerNumber } from '../../domain/customer-number.ts';
import type { KnownNames, TypedVolume } from '../../domain/volumes/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { costCentresByCode, customersByNumber, volumeProducts } from './queries.ts';

/** What the names in these volumes stand for, looked up for all of them together. */
export async function knownNames(
  tx: Transaction,
  typed: readonly Pick<TypedVolume, 'customer' | 'costCentre'>[],
): Promise<KnownNames> {
  const numbers = new Set(typed.flatMap(({ customer }) => parseCustomerNumber(customer) ?? []));
  const codes = new Set(typed.map(({ costCentre }) => costCentre.trim()).filter(Boolean));
  const customers = await customersByNumber(tx, [...numbers]);
  const ids = [...customers.values()].map(({ id }) => id);
  const centres: ReadonlyMap<string, number> =
    codes.size > 0 ? await costCentresByCode(tx, ids, [...codes]) : new Map();
  const products = new Map(
    (await volumeProducts(tx)).flatMap(({ code, name }) =>
      [code, name.de, name.en].map((one) => [one.toLowerCase(), code] as const),
    ),
  );
  return {
    customer: (number) => customers.get(number)?.id,
    product: (name) => products.get(name.toLowerCase()),
    costCentre: (customerId, code) => centres.get(`${customerId} ${code.toLowerCase()}`),
  };
}
