import { type Ctx, may } from '../../platform/context.ts';
import type { Frame } from '../../ui/index.ts';
import { kindOf } from './order-kinds.ts';
import { cancelRefusal, changeRefusal } from './order-rules.ts';
import type { StoredOrder } from './queries.ts';
import { words } from './words.ts';

/** What the customer may still do with the order, or why they may not cancel it. */
export type Possibility =
  | { readonly kind: 'cancel'; readonly until: Temporal.Instant; readonly mayCancel: boolean }
  | { readonly kind: 'note'; readonly text: string };

/** Until when the order can be changed, and whether this person may. */
export interface ChangePossibility {
  readonly until: Temporal.Instant;
  readonly mayChange: boolean;
}

/** Whether the order can be cancelled, by the rule that the verb asks. */
export function cancelPossibility(order: StoredOrder, ctx: Ctx, { language, formats }: Frame): Possibility {
  const t = words[language].order;
  const { cancel_until: until, change_until: changeUntil } = order;
  const note = (text: string): Possibility => ({ kind: 'note', text });
  if (until && !cancelRefusal(order, ctx.now)) {
    return { kind: 'cancel', until, mayCancel: may(ctx, 'orders.cancel') };
  }
  if (order.cancelled_at) return note(t.isCancelled({ at: formats.dateTime(order.cancelled_at) }));
  if (order.status === 'completed') return note(t.isCompleted);
  if (order.status === 'failed') return note(t.isFailed);
  if (!until) return note(changeUntil ? t.noCancelling : t.final);
  const deadline = formats.dateTime(until);
  return note(changeUntil?.equals(until) ? t.lateForBoth({ deadline }) : t.late({ deadline }));
}

/** Whether the order can be changed, by the rule that the verb asks; undefined: not any more, or never. */
export function changePossibility(order: StoredOrder, ctx: Ctx): ChangePossibility | undefined {
  const { change_until: until } = order;
  if (!until || changeRefusal(order, ctx.now) || !kindOf(order.service_code)) return undefined;
  return { until, mayChange: may(ctx, 'orders.place') };
}
