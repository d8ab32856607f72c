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
    const earlier = await takenBack(tx, original.id);
    const taken = remaining(original.content, earlier);
    const written = await write(tx, ctx, carrier, { original, kind: 'cancellation', taken, earlier, reason });
    if (again) await setVolumeInvoice(tx, await releaseItems(tx, original.id, written.id), null);
    return { number: written.number };
  });
}

/**
 * Takes some pieces of some lines back, by a document of its own. What it charged stays charged.
 * @param input `quantities`: pieces by the position of the line
 *
 * Refuses as {@link cancelInvoice} does, and with `invalid` for more than is left of a line (`too-large`) and when no
 * line is named (`nothing-chosen`).
 */
export async function correctInvoice(ctx: CustomerCtx, input: unknown, carrier: Carrier) {
  requireStaff(ctx, 'billing');
  const { number, reason, quantities } = parseInput(CorrectInvoice, input);
  return transaction(ctx, async (tx) => {
    const original = await lockInvoice(tx, number);
    if (!original) refuse({ code: 'not-found' });
    const earlier = await takenBack(tx, original.id);
    const taken = Object.entries(quantities)
      .map(([position, quantity]) => ({ position: Number(position), quantity: Number(quantity) }))
      .filter(({ quantity }) => quantity > 0);
    const problems = problemsOf(taken, remaining(original.content, earlier));
    if (problems.length > 0) refuse({ code: 'invalid', fields: problems });
    return write(tx, ctx, carrier, { original, kind: 'correction', taken, earlier, reason });
  });
}

function problemsOf(wanted: readonly TakenBack[], left: readonly TakenBack[]): FieldProblem[] {
  if (wanted.length === 0) return [{ field: 'quantities', problem: 'nothing-chosen' }];
  return wanted.flatMap(({ position, quantity }): FieldProblem[] => {
    const most = left.find((one) => one.position === position)?.quantity ?? 0;
    return quantity > most ? [{ field: `quantities.${position}`, problem: 'too-large', limit: most }] : [];
  });
}

async function write(
  tx: Transaction,
  ctx: CustomerCtx,
  carrier: Carrier,
  about: {
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
  },
): Promise<{ id: number; number: string }> {
  const { original, kind, taken, earlier, reason } = about;
  const { language } = original.content;
  const issuedOn = ctx.now.toZonedDateTimeISO(ctx.timeZone).toPlainDate();
  const make = (number: string): Invoice =>
    reversal(
      original.content,
      taken,
      {
        kind,
        number,
        issuedOn: issuedOn.toString(),
        paymentTerms: documentWords[language].setOffTerms,
        notes: [reason],
        seller: sellerOf(carrier, language),
      },
      earlier,
    );
  if (taken.length === 0) refuse({ code: 'nothing-left' });
  const faults = invoiceFaults(make('G-0000-000000'));
  if (faults.length > 0) throw new Error(`a document that takes back would be wrong: ${faults.join(', ')}`);
  const { id, number } = await writeInvoice(
    tx,
    ctx,
    kind,
    issuedOn,
    { format: original.format, originalId: original.id, takesBack: taken, reason },
    make,
  );
  return { id, number };
}
