import type { SecondFactors } from '../../domain/sign-in-steps.ts';
import type { CustomerCtx } from '../context.ts';
import { query, type Transaction } from '../db/database.ts';

/** The second factors of the person of the transaction, and whether the firm asks for one. */
export type Factors = SecondFactors & { readonly passkeys: number };

export async function factorsOf(tx: Transaction, ctx: CustomerCtx, personId: number): Promise<Factors> {
  const row = await tx.first(
    query
      .selectFrom('customer')
      .select((customer) => [
        'requires_second_factor',
        customer
          .selectFrom('totp')
          .select((totp) => totp.fn.countAll<number>().as('count'))
          .where('person_id', '=', personId)
          .where('secret', 'is not', null)
          .as('apps'),
        customer
          .selectFrom('passkey')
          .select((passkey) => passkey.fn.countAll<number>().as('count'))
          .where('person_id', '=', personId)
          .as('passkeys'),
      ])
      .where('id', '=', ctx.customer.id),
  );
  const passkeys = row?.passkeys ?? 0;
  return {
    hasTotp: (row?.apps ?? 0) > 0,
    hasPasskey: passkeys > 0,
    passkeys,
    isRequired: row?.requires_second_factor ?? false,
  };
}

/** The same, while nobody else can take one of them away: two removals at once must not both leave the other one. */
export async function lockFactors(tx: Transaction, ctx: CustomerCtx, personId: number): Promise<Factors> {
  await tx.all(query.selectFrom('person').select('id').where('id', '=', personId).forUpdate());
  return factorsOf(tx, ctx, personId);
}
