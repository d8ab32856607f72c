import { query, type Transaction } from '../../../platform/db/database.ts';

/** How much of everything there is. */
export async function countMasterData(tx: Transaction) {
  const row = await tx.first(
    query.selectNoFrom((eb) => [
      eb
        .selectFrom('address')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('archived_at', 'is', null)
        .as('addresses'),
      eb
        .selectFrom('contact_person')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('contacts'),
      eb
        .selectFrom('cost_centre')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('closed_at', 'is', null)
        .as('openCostCentres'),
      eb
        .selectFrom('cost_centre')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('closed_at', 'is not', null)
        .as('closedCostCentres'),
    ]),
  );
  return {
    addresses: row?.addresses ?? 0,
    contacts: row?.contacts ?? 0,
    openCostCentres: row?.openCostCentres ?? 0,
    closedCostCentres: row?.closedCostCentres ?? 0,
  };
}
