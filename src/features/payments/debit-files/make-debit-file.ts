import { todayOf } from '../../../domain/calendar/index.ts';
import { collectionDay, type Debit, type DebitCreditor, pain008 } from '../../../domain/payments/index.ts';
import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import type { Carrier } from '../../../platform/carrier/carrier.ts';
import { type Ctx, deskTransaction, requireStaff } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { seal } from '../../../platform/secrets/index.ts';
import { balanceChanged } from '../../invoices/index.ts';
import { type CollectingMandate, namedMandateToCollect } from '../../mandates/index.ts';
import { holdBalances } from '../balance/queries.ts';
import { clerkName } from '../clerk-name.ts';
import { MakeDebitFile } from '../schemas.ts';
import {
  type DebitCandidate,
  debitCandidates,
  insertDebitFile,
  insertDebits,
  nextFileNumber,
} from './queries.ts';
import { FILE_PURPOSE, fileOwner } from './sealed.ts';

/** What is due within so many days goes into a file: banks take it that long before. */
const DAYS_AHEAD = 14;

/** What a debit file is made with besides the invoices. */
export interface Collecting {
  readonly carrier: Carrier;
  readonly appKey: string;
}

/** The last due day of what goes into a file made today. */
export const dueBy = (ctx: Pick<Ctx, 'now' | 'timeZone'>): Temporal.PlainDate =>
  todayOf(ctx).add({ days: DAYS_AHEAD });

/**
 * Makes the file of direct debits of one kind for all invoices that are due soon. Each of them is then debited, on the
 * announced day or the first one that the bank can still keep; it says so to the firm.
 * @param input `scheme`: CORE or B2B, for banks take no mixed files
 *
 * Refuses with `not-found` for anybody but staff, `staff-role-required` without `billing`, `invalid`, `no-account` when
 * the carrier collects nothing, `nothing-to-debit`.
 */
export async function makeDebitFile(
  ctx: Ctx,
  input: unknown,
  { carrier, appKey }: Collecting,
): Promise<{ number: string; debits: number }> {
  requireStaff(ctx, 'billing');
  const { scheme } = parseInput(MakeDebitFile, input);
  const { bank, creditor } = carrier;
  if (!bank || !creditor) refuse({ code: 'no-account' });
  const today = todayOf(ctx);
  const candidates = await deskTransaction(ctx, (tx) => debitCandidates(tx, scheme, dueBy(ctx)));
  // Accounts are opened as the firm that they belong to, before anything is locked: the desk cannot read them.
  const mandates = await openMandates(ctx, candidates);

  return deskTransaction(ctx, async (tx) => {
    await holdBalances(tx, 'all');
    const due = (await debitCandidates(tx, scheme, dueBy(ctx))).flatMap((candidate) => {
      const mandate = mandates.get(candidate.invoiceId);
      return mandate ? [debitOf(candidate, mandate, { today, appKey, timeZone: ctx.timeZone })] : [];
    });
    if (due.length === 0) refuse({ code: 'nothing-to-debit' });
    const number = `L-${today.year}-${String(await nextFileNumber(tx)).padStart(6, '0')}`;
    const by: DebitCreditor = { ...creditor, iban: bank.iban, bic: bank.bic };
    const xml = pain008({
      messageId: number,
      createdAt: ctx.now.round('second').toString(),
      scheme,
      creditor: by,
      debits: due,
    });
    const sum = due.reduce((total, { amount }) => total + amount, 0);
    const fileId = await insertDebitFile(tx, {
      number,
      scheme,
      at: ctx.now,
      by: clerkName(ctx),
      debits: due.length,
      sum,
      sealed: seal(appKey, FILE_PURPOSE, xml, fileOwner(number)),
    });
    await insertDebits(tx, fileId, ctx.now, due);
    await audit(tx, ctx, {
      action: 'debit-file.make',
      object: number,
      after: { scheme, debits: due.length, sum, invoices: due.map(({ endToEndId }) => endToEndId) },
    });
    for (const { customerId, invoiceId } of due) {
      await ctx.jobs.enqueue(tx, balanceChanged, { customerId, invoiceId });
    }
    return { number, debits: due.length };
  });
}

async function openMandates(
  ctx: Ctx,
  candidates: readonly DebitCandidate[],
): Promise<ReadonlyMap<number, CollectingMandate>> {
  const mandates = new Map<number, CollectingMandate>();
  for (const { invoiceId, customerId, mandate } of candidates) {
    const found = await ctx.db.transaction(customerId, (tx) => namedMandateToCollect(tx, ctx, mandate));
    if (found) mandates.set(invoiceId, found);
  }
  return mandates;
}

function debitOf(
  candidate: DebitCandidate,
  mandate: CollectingMandate,
  { today, appKey, timeZone }: { today: Temporal.PlainDate; appKey: string; timeZone: string },
): Debit & { readonly customerId: number; readonly invoiceId: number } {
  const { holder, street, postcode, city, country } = mandate;
  return {
    customerId: candidate.customerId,
    invoiceId: candidate.invoiceId,
    endToEndId: candidate.number,
    amount: candidate.balance,
    collectOn: collectionDay(candidate.dueOn, today).toString(),
    mandate: mandate.reference,
    signedOn: mandate.givenAt.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    holder,
    street,
    postcode,
    city,
    country,
    iban: mandate.iban(appKey),
    text: `Rechnung ${candidate.number}, Kunde ${candidate.customerNumber}`,
  };
}
