import { refuse } from '../../domain/refusal.ts';
import { type Ctx, requireStaff } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { handleInquiry } from './handle.ts';
import { careStaff, changeInquiry } from './queries.ts';
import { AssignInquiry } from './schemas.ts';

/**
 * Gives a question to a clerk, oneself among them, or back to everybody.
 * @param input `number` and {@link AssignInquiry}
 *
 * Refuses like {@link handleInquiry}, and with `invalid` for somebody who has not the role.
 */
export async function assignInquiry(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'care');
  const { version, assigneeId } = parseInput(AssignInquiry, input);
  const wanted = assigneeId === '' ? null : assigneeId;
  await handleInquiry(ctx, input, version, async (tx, inquiry) => {
    const names = new Map((await careStaff(tx)).map(({ id, name }) => [id, name]));
    if (wanted !== null && !names.has(wanted)) {
      refuse({ code: 'invalid', fields: [{ field: 'assigneeId', problem: 'unknown' }] });
    }
    const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null));
    await changeInquiry(tx, inquiry.id, { assigneeId: wanted });
    return {
      action: 'inquiry.assign',
      before: { assignee: nameOf(inquiry.assigneeId) },
      after: { assignee: nameOf(wanted) },
    };
  });
}
