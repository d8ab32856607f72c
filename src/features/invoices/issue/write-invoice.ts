import { createHash } from 'node:crypto';
import {
  ciiXml,
  documentNumber,
  type EInvoiceFormat,
  type Invoice,
  rangeOf,
  type TakenBack,
} from '../../../domain/invoicing/index.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, staffIdOf } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { setInvoice } from '../jobs.ts';
import { insertInvoice, nextNumber } from './queries.ts';

/** What stands beside an invoice in its row. */
export interface Issuing {
  readonly format: EInvoiceFormat;
  readonly runId?: number;
  readonly originalId?: number;
  readonly takesBack?: readonly TakenBack[];
  readonly reason?: string;
}

/**
 * Draws the next number and writes the invoice that `make` makes with it: its content, its XML and their hash, which
 * never change again. The page is set afterwards by a job. Nothing that can be refused may come after this: the number
 * is only used up when the transaction commits, but nobody else gets one until then.
 */
export async function writeInvoice(
  tx: Transaction,
  ctx: CustomerCtx,
  kind: Invoice['kind'],
  issuedOn: Temporal.PlainDate,
  issuing: Issuing,
  make: (number: string) => Invoice,
): Promise<{ id: number; number: string; invoice: Invoice }> {
  const { year } = issuedOn;
  const running = await nextNumber(tx, rangeOf(kind), year);
  const number = documentNumber(rangeOf(kind), year, running);
  const invoice = make(number);
  const xml = ciiXml(invoice, issuing.format);
  const { payment } = invoice;
  const hash = createHash('sha256').update(xml).digest();
  const id = await insertInvoice(tx, {
    customer_id: ctx.customer.id,
    kind,
    year,
    running,
    number,
    issued_on: issuedOn,
    period_from: Temporal.PlainDate.from(invoice.from),
    period_to: Temporal.PlainDate.from(invoice.to),
    original_id: issuing.originalId ?? null,
    takes_back: JSON.stringify(issuing.takesBack ?? []),
    reason: issuing.reason ?? '',
    run_id: issuing.runId ?? null,
    format: issuing.format,
    net_cents: invoice.net,
    tax_cents: invoice.tax,
    gross_cents: invoice.gross,
    payment: payment.kind,
    due_on: payment.kind === 'set-off' ? null : Temporal.PlainDate.from(payment.dueOn),
    mandate_reference: payment.kind === 'debit' ? payment.mandate : null,
    content: JSON.stringify(invoice),
    xml,
    xml_sha256: hash,
    issued_at: ctx.now,
    issued_by: staffIdOf(ctx) ?? null,
    issued_by_name: ctx.actor.kind === 'visitor' ? '' : ctx.actor.name,
  });
  await audit(tx, ctx, {
    action: `invoice.${kind === 'invoice' ? 'issue' : kind === 'correction' ? 'correct' : 'cancel'}`,
    object: number,
    after: {
      net: invoice.net,
      gross: invoice.gross,
      format: issuing.format,
      hash: hash.toString('hex'),
      ...(invoice.preceding ? { original: invoice.preceding.number, reason: issuing.reason } : {}),
    },
  });
  await ctx.jobs.enqueue(tx, setInvoice, { customerId: ctx.customer.id, invoiceId: id });
  return { id, number, invoice };
}
