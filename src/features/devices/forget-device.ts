import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import { deleteDevice } from './queries.ts';
import { ForgetDevice } from './schemas.ts';

/**
 * Ends the trust in one of the acting person's devices.
 * @param input see {@link ForgetDevice}
 *
 * Refuses with `not-found` (also for somebody else's device), `not-signed-in` for anybody but a person.
 */
export async function forgetDevice(ctx: CustomerCtx, input: unknown): Promise<void> {
  const { id } = parseInput(ForgetDevice, input);
  await personTransaction(ctx, async (tx, { personId }) => {
    const before = await deleteDevice(tx, personId, id);
    if (!before) refuse({ code: 'not-found' });
    await audit(tx, ctx, { action: 'person.forget-device', object: ctx.customer.number, before });
  });
}
