import { type CustomerCtx, may, personIdOf } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import { countWaiting } from './queries.ts';
import { words } from './words.ts';

/** What the home page says to somebody for whose approval orders wait; undefined: none does. */
export async function approvalHint(
  tx: Transaction,
  ctx: CustomerCtx,
  formats: Formats,
): Promise<{ readonly title: string; readonly show: string } | undefined> {
  if (!may(ctx, 'orders.approve')) return undefined;
  const count = await countWaiting(tx, ctx.now, personIdOf(ctx));
  if (count === 0) return undefined;
  const t = words[formats.language].home;
  return { title: t.waiting({ count: formats.number(count), one: count === 1 }), show: t.show };
}
