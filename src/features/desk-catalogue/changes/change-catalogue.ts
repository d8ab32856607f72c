import { todayOf } from '../../../domain/calendar/index.ts';
import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, deskTransaction, requireStaff, staffIdOf } from '../../../platform/context.ts';
import { violatedConstraint } from '../../../platform/db/database.ts';
import type { Values } from '../fields.ts';
import { insertChange } from './queries.ts';
import { type Change, readChange } from './read-change.ts';

/**
 * Changes something in the catalogue from a day on: a price, a tax, a deadline, a closed day. What is dated stands in the
 * catalogue at once; anything else is written when its day comes, or now if that is today. Booked orders stay as they are.
 * @param input see {@link readChange}
 *
 * Refuses with `staff-role-required`, `not-found`, `stale`, `invalid`: also `taken` for `from` when another change of the
 * same thing is planned for that day.
 */
export async function changeCatalogue(ctx: Ctx, input: unknown): Promise<Change> {
  requireStaff(ctx, 'catalogue');
  try {
    return await deskTransaction(ctx, async (tx) => {
      const change = await readChange(tx, ctx, input);
      const { subject, code, from, found, values } = change;
      const isDue = Temporal.PlainDate.compare(from, todayOf(ctx)) <= 0;
      await insertChange(tx, {
        subject: subject.key,
        code,
        from,
        before: found.values,
        after: values,
        at: ctx.now,
        staffId: staffIdOf(ctx),
        name: ctx.actor.kind === 'carrier' ? ctx.actor.name : '',
        isApplied: isDue,
      });
      if (isDue || subject.effect === 'dated') await subject.write(tx, code, values, from);
      const names = subject.fields
        .map(({ name }) => name)
        .filter((name) => (found.values[name] ?? null) !== values[name]);
      await audit(tx, ctx, {
        action: 'catalogue.change',
        object: `${subject.key} ${code}`,
        before: only(found.values, names),
        after: { ...only(values, names), from: `${from}` },
      });
      return change;
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'one_planned_catalogue_change') throw error;
    refuse({ code: 'invalid', fields: [{ field: 'from', problem: 'taken' }] });
  }
}

const only = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
