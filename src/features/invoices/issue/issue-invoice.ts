import { completeInvoice, type Invoice, invoiceFaults } from '../../../domain/invoicing/index.ts';
import type { Carrier } from '../../../platform/carrier/carrier.ts';
import { type CustomerCtx, requireStaff } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import type { MailProduct } from '../../catalogue/index.ts';
import { mandateToCollect } from '../../mandates/index.ts';
import { setVolumeInvoice } from '../../volumes/index.ts';
import { type Charges, collectCharges, NoPrice } from '../charges/index.ts';
import { buyerOf, buyerReferenceOf, formatOf, sellerOf } from './parties.ts';
import { paymentOf, termsOf } from './payment.ts';
import { billingFacts, insertItems } from './queries.ts';
import { writeInvoice } from './write-invoice.ts';

/** What an invoice is made with besides the firm's own data. */
export interface Invoicing {
  readonly carrier: Carrier;
  readonly appKey: string;
  /** The price list of the post. */
  readonly products: ReadonlyMap<string, MailProduct>;
}

/** Why a firm gets no invoice: nothing to charge, less than nothing, or something that has to be mended first. */
export type Obstacle =
  | { readonly state: 'nothing'; readonly problem: 'nothing-open' | 'not-positive' }
  | {
      readonly state: 'refused';
      readonly problem: 'no-address' | 'no-account' | `faults: ${string}` | `no-price: ${string}`;
    };

/** The invoice with its gross amount in cents, or why there is none. */
export type Issued = { readonly id: number; readonly number: string; readonly gross: number } | Obstacle;

/** Stands for the number until the invoice is known to be good: numbers are used up by issuing only. */
const NO_NUMBER = 'R-0000-000000';

/**
 * Issues the firm's invoice over everything that can be charged up to the end of a month and that none holds yet.
 * Runs in the transaction of whoever asks.
 * @param month its first day; what is older and was left over comes along
 *
 * Refuses with `not-found` for anybody but the carrier's staff, `staff-role-required` without the role `billing`.
 */
export async function issueInvoice(
  tx: Transaction,
  ctx: CustomerCtx,
  month: {
    readonly first: Temporal.PlainDate;
    readonly issuedOn: Temporal.PlainDate;
    readonly runId?: number;
  },
  { carrier, appKey, products }: Invoicing,
): Promise<Issued> {
  requireStaff(ctx, 'billing');
  const { bank } = carrier;
  if (!bank) return { state: 'refused', problem: 'no-account' };
  const upTo = month.first.add({ months: 1 }).subtract({ days: 1 });
  const facts = await billingFacts(tx);
  const language = facts.contact?.language ?? 'de';
  const charges = await chargesOrNoPrice(tx, upTo, language, products);
  if (charges instanceof NoPrice) return { state: 'refused', problem: `no-price: ${charges.product}` };
  if (charges.lines.length === 0) return { state: 'nothing', problem: 'nothing-open' };
  const buyer = buyerOf(ctx.customer, facts);
  if (!buyer) return { state: 'refused', problem: 'no-address' };

  const { issuedOn } = month;
  const format = formatOf(facts);
  const mandate = carrier.creditor ? await mandateToCollect(tx, ctx) : undefined;
  const payment = paymentOf({ carrier, bank, mandate, issuedOn, format, appKey });
  const make = (number: string): Invoice => {
    const complete = completeInvoice({
      kind: 'invoice',
      number,
      language,
      issuedOn: issuedOn.toString(),
      ...periodOf(charges, month.first, upTo),
      seller: sellerOf(carrier, language),
      buyer,
      buyerReference: buyerReferenceOf(ctx.customer, facts),
      preceding: null,
      lines: charges.lines,
      payment,
      paymentTerms: '',
      notes: [],
    });
    const about = { number, gross: complete.gross, language, timeZone: carrier.timeZone };
    return { ...complete, paymentTerms: termsOf(payment, about) };
  };

  const trial = make(NO_NUMBER);
  if (trial.gross <= 0) return { state: 'nothing', problem: 'not-positive' };
  const faults = invoiceFaults(trial);
  if (faults.length > 0) return { state: 'refused', problem: `faults: ${faults.join(', ').slice(0, 180)}` };

  const issuing = { format, ...(month.runId === undefined ? {} : { runId: month.runId }) };
  const written = await writeInvoice(tx, ctx, 'invoice', issuedOn, issuing, make);
  await insertItems(tx, { id: written.id, customerId: ctx.customer.id }, charges.items);
  await setVolumeInvoice(tx, volumesOf(charges), written.id);
  return { id: written.id, number: written.number, gross: written.invoice.gross };
}

async function chargesOrNoPrice(...asked: Parameters<typeof collectCharges>): Promise<Charges | NoPrice> {
  try {
    return await collectCharges(...asked);
  } catch (error) {
    if (error instanceof NoPrice) return error;
    throw error;
  }
}

const volumesOf = ({ items }: Charges): number[] =>
  items.filter(({ source }) => source === 'mail-volume').map(({ sourceId }) => sourceId);

/** The month, and longer where something older comes along. */
function periodOf({ lines }: Charges, first: Temporal.PlainDate, last: Temporal.PlainDate) {
  const from = lines.reduce((earliest, line) => (line.from < earliest ? line.from : earliest), `${first}`);
  return { from, to: last.toString() };
}
