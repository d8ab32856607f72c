import { todayOf } from '../../domain/calendar/index.ts';
import { type CountedItem, countProblems } from '../../domain/drop-offs/index.ts';
import { mayStep } from '../../domain/orders/index.ts';
import { refuse, refuseIf } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import type { Carrier } from '../../platform/carrier/carrier.ts';
import {
  type Ctx,
  type CustomerCtx,
  deskTransaction,
  requireStaff,
  transaction,
} from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { parseInput } from '../../platform/input.ts';
import type { PdfRenderer } from '../../platform/pdf/index.ts';
import { readMailProducts } from '../catalogue/index.ts';
import { type LockedOrder, lockDayOrder, recordCompletion } from '../desk-today/index.ts';
import { storeDocument } from '../documents/index.ts';
import { type DeskDropOff, dropOffByManifestCode } from '../drop-offs/index.ts';
import { mailRecipient } from '../orders/index.ts';
import { insertVolumes } from '../volumes/index.ts';
import { insertReceipt, nextReceiptNumber, receiptOfOrder, siteOf } from './queries.ts';
import { receiptDocument } from './receipt-document.ts';
import { receiptWords } from './receipt-words.ts';
import { AcceptDropOff } from './schemas.ts';

/** What the receipt is set with. */
export interface Press {
  readonly pdf: PdfRenderer;
  readonly carrier: Carrier;
}

type NamedItem = CountedItem & { readonly name: { readonly de: string; readonly en: string } };

/**
 * Accepts a drop-off as it was counted: ends the order, writes the volumes, and issues the receipt, numbered without a
 * gap in the same transaction, into the firm's documents, from where it is mailed as the firm has chosen.
 * @param input see {@link AcceptDropOff}: pieces and grams of all pieces per kind
 * @returns the number of the receipt: `EB-2026-000001`
 *
 * Refuses with `not-found` for customers and unknown codes, `staff-role-required` without dispatch, `invalid` (also
 * where counted and announced differ and nobody says why), `stale` when the firm changed the announcement meanwhile,
 * `receipt-issued`, and what {@link mayStep} says.
 */
export async function acceptDropOff(ctx: Ctx, press: Press, input: unknown): Promise<string> {
  requireStaff(ctx, 'dispatch');
  const wanted = parseInput(AcceptDropOff, input);
  const found = await deskTransaction(ctx, async (tx) => {
    const dropOff = (await dropOffByManifestCode(tx, wanted.code)) ?? refuse({ code: 'not-found' });
    return { dropOff, items: await countedItems(tx, dropOff, wanted) };
  });
  const { dropOff, items } = found;
  const problems = countProblems(items, wanted.reason);
  if (problems.length > 0) refuse({ code: 'invalid', fields: problems });
  const { customerId: id, customerNumber: number, customerName: name } = dropOff;
  const forFirm: CustomerCtx = { ...ctx, customer: { id, number, name } };
  return transaction(forFirm, async (tx) => {
    const order = (await lockDayOrder(tx, dropOff.number)) ?? refuse({ code: 'not-found' });
    const issued = await receiptOfOrder(tx, order.id);
    if (issued) refuse({ code: 'receipt-issued', number: issued });
    if (order.version !== wanted.version) refuse({ code: 'stale' });
    refuseIf(mayStep(dayOrder(order), 'complete', ctx));
    return issue(tx, forFirm, press, { dropOff, order, items, ...wanted });
  });
}

const dayOrder = (order: LockedOrder) => ({
  status: order.status,
  serviceDate: order.service_date,
  acceptedAt: order.accepted_at ?? undefined,
  recordedAt: order.recordedAt,
  isInvoiced: false,
});

/** Every kind that was announced with what was counted of it, and the one that was not announced. */
async function countedItems(
  tx: Transaction,
  { announced }: DeskDropOff,
  { counted, extraProduct, extraPieces }: AcceptDropOff,
): Promise<readonly NamedItem[]> {
  const items = announced.items.map(({ productCode, name, pieces, grams }): NamedItem => {
    const count = counted[productCode];
    if (!count)
      refuse({ code: 'invalid', fields: [{ field: `pieces.${productCode}`, problem: 'required' }] });
    return {
      productCode,
      name,
      announced: pieces,
      counted: count.pieces,
      // what was not weighed weighs what was announced
      grams: count.grams ?? count.pieces * grams,
    };
  });
  if (extraProduct === undefined) return items;
  const product = (await readMailProducts(tx)).get(extraProduct);
  if (!product) refuse({ code: 'invalid', fields: [{ field: 'extraProduct', problem: 'unknown' }] });
  if (extraPieces === undefined)
    refuse({ code: 'invalid', fields: [{ field: 'extraPieces', problem: 'required' }] });
  const extra = {
    productCode: extraProduct,
    name: product.name,
    announced: 0,
    counted: extraPieces,
    grams: 0,
  };
  return [...items, extra];
}

async function issue(
  tx: Transaction,
  ctx: CustomerCtx,
  { pdf, carrier }: Press,
  accepted: {
    readonly dropOff: DeskDropOff;
    readonly order: LockedOrder;
    readonly items: readonly NamedItem[];
    readonly containers: number;
    readonly reason: string;
  },
): Promise<string> {
  const { dropOff, order, items, containers, reason } = accepted;
  const day = todayOf(ctx);
  const clerk = ctx.actor.kind === 'carrier' ? ctx.actor.name : '';
  const site = (await siteOf(tx, dropOff.announced.siteCode)) ?? refuse({ code: 'not-found' });
  const language: Language = (await mailRecipient(tx, undefined))?.language ?? 'de';
  const pieces = items.reduce((sum, { counted }) => sum + counted, 0);
  await recordCompletion(tx, ctx, dropOff.number, order, { at: ctx.now, pieces, boxesOut: containers });
  await insertVolumes(
    tx,
    items
      .filter(({ counted }) => counted > 0)
      .map((item) => ({
        customerId: ctx.customer.id,
        date: day,
        productCode: item.productCode,
        costCentreId: dropOff.costCentreId ?? undefined,
        pieces: item.counted,
        weightGrams: item.grams,
        source: 'drop-off' as const,
        orderId: order.id,
        clerkName: clerk,
        createdAt: ctx.now,
      })),
  );
  const number = await nextReceiptNumber(tx, day.year);
  const bytes = await pdf.render(
    receiptDocument(
      {
        number,
        order: dropOff.number,
        customer: ctx.customer,
        site,
        acceptedAt: ctx.now,
        clerk,
        reference: dropOff.reference,
        costCentre: dropOff.costCentre,
        items: items.map((item) => ({ ...item, name: item.name[language] })),
        containers,
        reason,
      },
      carrier,
      language,
    ),
  );
  const { id: documentId } = await storeDocument(tx, ctx, {
    kind: 'receipt',
    number,
    documentDate: day,
    order: dropOff.number,
    shares: [{ costCentreId: dropOff.costCentreId ?? undefined, label: dropOff.costCentre }],
    files: { pdf: { name: `${receiptWords[language].fileName}-${number}.pdf`, bytes } },
  });
  await insertReceipt(tx, {
    number,
    orderId: order.id,
    customerId: ctx.customer.id,
    documentId,
    siteCode: dropOff.announced.siteCode,
    acceptedAt: ctx.now,
    clerkName: clerk,
    items: items.map(({ productCode, announced, counted, grams }) => ({
      product: productCode,
      announced,
      counted,
      grams,
    })),
    containers,
    reason,
  });
  await audit(tx, ctx, {
    action: 'drop-off.accept',
    object: number,
    after: { order: dropOff.number, pieces, reason },
  });
  return number;
}
