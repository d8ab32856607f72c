import { audit } from '../../../platform/audit/audit.ts';
import type { CustomerCtx } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { clearDefaultBilling } from './queries.ts';

/** Makes room for another default billing address; the one before it gets its own entry in the history. */
export async function moveDefaultBilling(tx: Transaction, ctx: CustomerCtx): Promise<void> {
  const former = await clearDefaultBilling(tx);
  if (former === undefined) return;
  await audit(tx, ctx, {
    action: 'address.change',
    object: `address/${former}`,
    before: { isDefaultBilling: true },
    after: { isDefaultBilling: false },
  });
}
