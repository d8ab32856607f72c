import { type FieldProblem, Refused } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, deskTransaction, requireStaff } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { parseInput } from '../../../platform/input.ts';
import { type Difference, diffFirm } from './diff.ts';
import { insertFirms, lockFirms, storedFirms, updateFirm } from './queries.ts';
import { ImportedFirm } from './schemas.ts';

/** What an import did, or would do. */
export interface ImportReport {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly refused: number;
  /** The first ones of each, for people to look at. */
  readonly additions: readonly { readonly number: string; readonly name: string }[];
  readonly changes: readonly { readonly number: string; readonly differences: readonly Difference[] }[];
  readonly problems: readonly ImportProblem[];
}

export interface ImportProblem {
  /** Which firm of the file, counted from 1. */
  readonly position: number;
  readonly number: string;
  readonly fields: readonly FieldProblem[];
}

/** Small enough that others get their turn, large enough that the statements do not matter. */
const BATCH = 500;
const MOST_SHOWN = 200;

type Tally = { -readonly [Key in keyof ImportReport]: ImportReport[Key] } & {
  additions: { number: string; name: string }[];
  changes: { number: string; differences: readonly Difference[] }[];
  problems: ImportProblem[];
};

/**
 * Takes firms over from the ERP: enters those that are new, brings those that are there up to date, and leaves the rest
 * of the file alone. Works through the file in batches, each a transaction of its own, so that memory does not grow
 * with it; a second run finds nothing left to do.
 * @param firms as they stand in the file; what does not fit is reported, not written
 * @param options `dryRun`: only says what would happen
 *
 * Refuses with `not-found` for anybody but staff, `staff-role-required` without the role care.
 */
export async function importCustomers(
  ctx: Ctx,
  firms: AsyncIterable<unknown>,
  options: { readonly dryRun: boolean },
): Promise<ImportReport> {
  requireStaff(ctx, 'care');
  const tally: Tally = {
    read: 0,
    added: 0,
    changed: 0,
    same: 0,
    refused: 0,
    additions: [],
    changes: [],
    problems: [],
  };
  let batch: { position: number; firm: ImportedFirm }[] = [];
  const flush = async () => {
    const now = batch;
    batch = [];
    if (now.length > 0) await deskTransaction(ctx, (tx) => takeOver(tx, ctx, now, tally, options.dryRun));
  };
  for await (const raw of firms) {
    tally.read += 1;
    const position = tally.read;
    try {
      const firm = parseInput(ImportedFirm, raw);
      // the same number twice: the later one counts, after the earlier one
      if (batch.some((one) => one.firm.number === firm.number)) await flush();
      batch.push({ position, firm });
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code !== 'invalid') throw error;
      report(tally, position, raw, error.refusal.fields);
    }
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return tally;
}

async function takeOver(
  tx: Transaction,
  ctx: Ctx,
  batch: readonly { position: number; firm: ImportedFirm }[],
  tally: Tally,
  dryRun: boolean,
): Promise<void> {
  const numbers = batch.map(({ firm }) => firm.number);
  if (!dryRun) await lockFirms(tx, numbers);
  const stored = await storedFirms(tx, numbers);
  const fresh: ImportedFirm[] = [];
  for (const { position, firm } of batch) {
    const known = stored.get(firm.number);
    if (!known) {
      const missing = missingOf(firm);
      if (missing.length > 0) report(tally, position, firm, missing);
      else fresh.push(firm);
      continue;
    }
    const diff = diffFirm(known, firm);
    if (diff.differences.length === 0) {
      tally.same += 1;
      continue;
    }
    tally.changed += 1;
    if (tally.changes.length < MOST_SHOWN) {
      tally.changes.push({ number: firm.number, differences: diff.differences });
    }
    if (dryRun) continue;
    await updateFirm(tx, known.id, diff);
    await audit(
      tx,
      { ...ctx, customer: known },
      {
        action: 'customer.update',
        object: firm.number,
        before: Object.fromEntries(diff.differences.map(({ what, before }) => [what, before])),
        after: Object.fromEntries(diff.differences.map(({ what, after }) => [what, after])),
      },
    );
  }
  await enter(tx, ctx, fresh, tally, dryRun);
}

async function enter(tx: Transaction, ctx: Ctx, firms: ImportedFirm[], tally: Tally, dryRun: boolean) {
  tally.added += firms.length;
  for (const { number, name } of firms) {
    if (tally.additions.length < MOST_SHOWN) tally.additions.push({ number, name });
  }
  if (dryRun || firms.length === 0) return;
  const ids = await insertFirms(tx, firms, ctx.now);
  for (const { number, name } of firms) {
    const id = ids.get(number);
    // entered by another import a moment ago: the next run brings it up to date
    if (id === undefined) continue;
    await audit(
      tx,
      { ...ctx, customer: { id, number, name } },
      { action: 'customer.register', object: number, after: { name } },
    );
  }
}

/** What a new firm cannot be without: somewhere where bills go, and somebody who may register it. */
function missingOf(firm: ImportedFirm): FieldProblem[] {
  return [
    ...(firm.addresses.some(({ uses }) => uses.includes('billing'))
      ? []
      : [{ field: 'addresses', problem: 'required' as const }]),
    ...(firm.contacts.length > 0 ? [] : [{ field: 'contacts', problem: 'required' as const }]),
  ];
}

function report(tally: Tally, position: number, raw: unknown, fields: readonly FieldProblem[]): void {
  tally.refused += 1;
  if (tally.problems.length >= MOST_SHOWN) return;
  const number = (raw as { number?: unknown } | null)?.number;
  tally.problems.push({ position, number: typeof number === 'string' ? number.slice(0, 40) : '', fields });
}
