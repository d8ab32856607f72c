import type { Refusal } from '../../domain/refusal.ts';
import { personIdOf, transaction } from '../../platform/context.ts';
import { customerCtx, frameOf, type PageRequest, page, rightName, statusOf } from '../../web/index.ts';
import { activeAdmins } from './members/queries.ts';
import { MissingRightPage } from './pages/missing-right-page.tsx';
import { openRequestsOf } from './requests/queries.ts';

/** Answers a request that was refused for want of a right: who can help, and a way to ask for it. */
export async function showMissingRight(
  request: PageRequest,
  refusal: Extract<Refusal, { code: 'forbidden' | 'admin-only' }>,
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const right = refusal.code === 'forbidden' ? refusal.right : undefined;
  const { admins, own } = await transaction(ctx, async (tx) => ({
    admins: await activeAdmins(tx),
    own: await openRequestsOf(tx, personIdOf(ctx) ?? 0),
  }));
  const asked = right && own.find((one) => one.right === right);
  return page(
    request,
    <MissingRightPage
      frame={frame}
      right={right && { code: right, name: rightName(right, frame.language) }}
      admins={admins}
      askedAt={asked && frame.formats.dateTime(asked.createdAt)}
    />,
    statusOf(refusal),
  );
}
