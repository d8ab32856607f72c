import type { z } from 'zod';
import { todayOf } from '../../../domain/calendar/index.ts';
import {
  type DocumentKind,
  type Invoice,
  invoiceFaults,
  remaining,
  reversal,
  type TakenBack,
} from '../../../domain/invoicing/index.ts';
import { type FieldProblem, refuse } from '../../../domain/refusal.ts';
import type { Carrier } from '../../../platform/carrier/carrier.ts';
import { type CustomerCtx, requireStaff, transaction } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { parseInput } from '../../../platform/input.ts';
import { setVolumeInvoice } from '../../volumes/index.ts';
import { documentWords } from '../document/words.ts';
import { sellerOf } from '../issue/parties.ts';
import { writeInvoice } from '../issue/write-invoice.ts';
import { CancelInvoice, CorrectInvoice } from '../schemas.ts';
import { lockInvoice, releaseItems, takenBack } from './queries.ts';

/**
 * Takes an invoice back as a whole, or what earlier corrections left of it, by a document of its own.
 * @param input `reason` stands on the document; with `again` the next run charges everything anew
 *
 * Refuses with `not-found` for anybody but staff and for another firm's, `staff-role-required`, `invalid`,
 * `nothing-left` when all of it has been taken back.
 */
export async function cancelInvoice(ctx: CustomerCtx, input: unknown, carrier: Carrier) {
  requireStaff(ctx, 'billing');
  const { number, reason, again } = parseInput(CancelInvoice, input);
  return transaction(ctx, async (tx) => {
    const original = await lockInvoice(tx, number);
    if (!original) refuse({ code: 'not-found' });
    const earlier = (await takenBack(tx, original.id)).flatMap(({ takesBack }) => takesBack);
    const taken = remaining(original.content, earlier);
    const written = await write(tx, ctx, carrier, { original, kind: 'cancellation', taken, earlier, reason });
    if (again) await setVolumeInvoice(tx, await releaseItems(tx, original.id, written.id), null);
    return { number: written.number };
  });
}

/**
 * Takes some pieces of some lines back, by a document of its own. What it charged stays charged.
 * @param input `quantities`: pieces by the position of the line; `seen`: of {@link previewCorrection}, so that a form
 * that is sent twice takes back once
 *
 * Refuses as {@link cancelInvoice} does, with `invalid` for more than is left of a line (`too-large`) and when no line is
 * named (`nothing-chosen`), and with `stale` when somebody took something back since it was looked at.
 */
export async function correctInvoice(ctx: CustomerCtx, input: unknown, carrier: Carrier) {
  requireStaff(ctx, 'billing');
  const wanted = parseInput(CorrectInvoice, input);
  return transaction(ctx, async (tx) => {
    const { seen, ...about } = await correction(tx, wanted);
    if (wanted.seen !== undefined && wanted.seen !== seen) refuse({ code: 'stale' });
    return write(tx, ctx, carrier, about);
  });
}

/** A document that would take an invoice back, its number not drawn yet, and how many do so already. */
export interface TakeBackPreview {
  readonly document: Invoice;
  readonly seen: number;
}

/** What {@link correctInvoice} would issue. Refuses as that does; nothing is written. */
export async function previewCorrection(
  ctx: CustomerCtx,
  input: unknown,
  carrier: Carrier,
): Promise<TakeBackPreview> {
  requireStaff(ctx, 'billing');
  const wanted = parseInput(CorrectInvoice, input);
  return transaction(ctx, async (tx) => {
    const { seen, ...about } = await correction(tx, wanted);
    return { document: documentOf(ctx, carrier, about)(NO_NUMBER), seen };
  });
}

/**
 * What {@link cancelInvoice} would issue; undefined when nothing is left. Refuses with `not-found` for anybody but staff
 * and for another firm's, `staff-role-required`.
 */
export async function previewCancellation(
  ctx: CustomerCtx,
  input: { readonly number: string },
  carrier: Carrier,
): Promise<Invoice | undefined> {
  requireStaff(ctx, 'billing');
  return transaction(ctx, async (tx) => {
    const original = await lockInvoice(tx, input.number);
    if (!original) refuse({ code: 'not-found' });
    const earlier = (await takenBack(tx, original.id)).flatMap(({ takesBack }) => takesBack);
    const taken = remaining(original.content, earlier);
    if (taken.length === 0) return undefined;
    return documentOf(ctx, carrier, { original, kind: 'cancellation', taken, earlier, reason: '' })(
      NO_NUMBER,
    );
  });
}

/** Stands for the number until the document is known to be good: numbers are used up by issuing only. */
const NO_NUMBER = 'G-0000-000000';

/** The correction that is asked for, against the invoice as it is now. */
async function correction(
  tx: Transaction,
  { number, reason, quantities }: Pick<z.output<typeof CorrectInvoice>, 'number' | 'reason' | 'quantities'>,
): Promise<TakingBack & { readonly seen: number }> {
  const original = await lockInvoice(tx, number);
  if (!original) refuse({ code: 'not-found' });
  const documents = await takenBack(tx, original.id);
  const earlier = documents.flatMap(({ takesBack }) => takesBack);
  const taken = Object.entries(quantities)
    .map(([position, quantity]) => ({ position: Number(position), quantity: Number(quantity) }))
    .filter(({ quantity }) => quantity > 0);
  const problems = problemsOf(taken, remaining(original.content, earlier));
  if (problems.length > 0) refuse({ code: 'invalid', fields: problems });
  return { original, kind: 'correction', taken, earlier, reason, seen: documents.length };
}

function problemsOf(wanted: readonly TakenBack[], left: readonly TakenBack[]): FieldProblem[] {
  if (wanted.length === 0) return [{ field: 'quantities', problem: 'nothing-chosen' }];
  return wanted.flatMap(({ position, quantity }): FieldProblem[] => {
    const most = left.find((one) => one.position === position)?.quantity ?? 0;
    return quantity > most ? [{ field: `quantities.${position}`, problem: 'too-large', limit: most }] : [];
  });
}

interface TakingBack {
  readonly original: {
    readonly id: number;
    readonly content: Invoice;
    readonly format: 'zugferd' | 'xrechnung';
  };
  readonly kind: Exclude<DocumentKind, 'invoice'>;
  readonly taken: readonly TakenBack[];
  /** What earlier documents took back. */
  readonly earlier: readonly TakenBack[];
  readonly reason: string;
}

/** The document under a number. */
function documentOf(
  ctx: CustomerCtx,
  carrier: Carrier,
  { original, kind, taken, earlier, reason }: TakingBack,
): (number: string) => Invoice {
  const { language } = original.content;
  const facts = {
    kind,
    issuedOn: todayOf(ctx).toString(),
    paymentTerms: documentWords[language].setOffTerms,
    notes: [reason],
    seller: sellerOf(carrier, language),
  };
  return (number) => reversal(original.content, taken, { ...facts, number }, earlier);
}

async function write(
  tx: Transaction,
  ctx: CustomerCtx,
  carrier: Carrier,
  about: TakingBack,
): Promise<{ id: number; number: string }> {
  const { original, kind, taken, reason } = about;
  const make = documentOf(ctx, carrier, about);
  if (taken.length === 0) refuse({ code: 'nothing-left' });
  const faults = invoiceFaults(make(NO_NUMBER));
  if (faults.length > 0) throw new Error(`a document that takes back would be wrong: ${faults.join(', ')}`);
  const { id, number } = await writeInvoice(
    tx,
    ctx,
    kind,
    todayOf(ctx),
    { format: original.format, originalId: original.id, takesBack: taken, reason },
    make,
  );
  return { id, number };
}
