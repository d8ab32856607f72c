import { type MandateScheme, mandateState } from '../../domain/mandates/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { maskIban } from '../../platform/iban.ts';
import { openIban } from './iban-secret.ts';
import { factsOf, findMandate, latestMandates, type MandateRow } from './queries.ts';

/** A mandate as somebody needs it who announces or makes a direct debit. */
export interface CollectingMandate {
  readonly reference: string;
  readonly scheme: MandateScheme;
  readonly creditorId: string;
  readonly holder: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  /** "DE•• •••• … 30 00". */
  readonly maskedIban: string;
  readonly givenAt: Temporal.Instant;
  /** The account number in clear, for the bank. Throws when it was sealed with another key. */
  iban(appKey: string): string;
}

/** The firm's mandate to collect with now; undefined when it has given none, ended it, or let it lapse. */
export async function mandateToCollect(
  tx: Transaction,
  ctx: Pick<Ctx, 'now' | 'timeZone'>,
): Promise<CollectingMandate | undefined> {
  const [row] = (await latestMandates(tx, 1)).filter((one) => stateOf(one, ctx) === 'active');
  return row && collecting(row);
}

/** The mandate of this reference when it can be collected with now. */
export async function namedMandateToCollect(
  tx: Transaction,
  ctx: Pick<Ctx, 'now' | 'timeZone'>,
  reference: string,
): Promise<CollectingMandate | undefined> {
  const row = await findMandate(tx, reference);
  return row && stateOf(row, ctx) === 'active' ? collecting(row) : undefined;
}

const stateOf = (row: MandateRow, { now, timeZone }: Pick<Ctx, 'now' | 'timeZone'>) =>
  mandateState(factsOf(row), now, timeZone);

const collecting = (row: MandateRow): CollectingMandate => ({
  reference: row.reference,
  scheme: row.scheme,
  creditorId: row.creditor_id,
  holder: row.holder,
  street: row.street,
  postcode: row.postcode,
  city: row.city,
  country: row.country,
  maskedIban: maskIban({ country: row.iban_country, last4: row.iban_last4 }),
  givenAt: row.given_at,
  iban: (appKey) => openIban(appKey, row.reference, row.iban_sealed),
});
