import {
  type FileProblem,
  MOST_FILE_MEGABYTES,
  pdfProblem,
  xmlProblem,
} from '../../../domain/documents/index.ts';
import { type FieldProblem, refuse } from '../../../domain/refusal.ts';
import {
  type Ctx,
  type CustomerCtx,
  deskTransaction,
  requireStaff,
  transaction,
} from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { parseInput } from '../../../platform/input.ts';
import { contentHash, sha256 } from '../content-hash.ts';
import { moveDocument } from '../move-document.ts';
import { documentIdOf } from '../queries.ts';
import { storeDocument } from '../store-document.ts';
import { costCentreOf, documentOfContent, firmOf, isOfOwnRange } from './queries.ts';
import { ImportFacts } from './schemas.ts';

/** A document that comes from the carrier's own billing system. */
export interface IncomingDocument {
  /** See {@link ImportFacts}. */
  readonly facts: unknown;
  readonly pdf: Uint8Array;
  readonly xml?: Uint8Array | undefined;
}

/** `moved`: it was there already, and has the state now that is said of it; `known`: it was there, as it is. */
export type ImportOutcome = { readonly number: string; readonly outcome: 'stored' | 'moved' | 'known' };

/**
 * Takes a document over from another system. Whoever brings the same one again, at whatever door, is told that it is
 * there: nothing is written twice, only its state is brought up to date where one is given. Its PDF is never opened here.
 *
 * Refuses with `not-found` for anybody but the carrier, with `staff-role-required` for staff without the role
 * `billing`, and with `invalid`, naming what is wrong: with the facts, with the files (`pdf`, `xml`), a customer that
 * does not exist, a number that another document has or that the portal itself gives out, a content that the firm has
 * under another number.
 */
export async function importDocument(ctx: Ctx, incoming: IncomingDocument): Promise<ImportOutcome> {
  requireStaff(ctx, 'billing');
  const facts = parseInput(ImportFacts, incoming.facts);
  checkFiles(incoming);
  const { customer, isOwn } = await deskTransaction(ctx, async (tx) => ({
    customer: await firmOf(tx, facts.customer),
    isOwn: await isOfOwnRange(tx, facts.number),
  }));
  if (!customer) invalid('customer', 'unknown-customer');
  const forCustomer = { ...ctx, customer };
  return transaction(forCustomer, (tx) => take(tx, forCustomer, { ...facts, isOwn }, incoming));
}

async function take(
  tx: Transaction,
  ctx: CustomerCtx,
  facts: ImportFacts & { readonly isOwn: boolean },
  { pdf, xml }: IncomingDocument,
): Promise<ImportOutcome> {
  const { number, periodFrom, periodTo, net, gross } = facts;
  const hash = contentHash([
    { role: 'pdf', sha256: sha256(pdf) },
    ...(xml ? [{ role: 'xml' as const, sha256: sha256(xml) }] : []),
  ]);
  const same = await documentOfContent(tx, ctx.customer.id, hash);
  if (same && same.number !== number) invalid('pdf', 'same-content');
  const { state, stateOn } = facts;
  if (same) {
    // what became of an invoice of the portal itself follows from what was paid
    const isMoved =
      same.source === 'imported' &&
      state !== undefined &&
      (await moveDocument(tx, ctx, { number, to: state, on: stateOn }));
    return { number, outcome: isMoved ? 'moved' : 'known' };
  }
  if (facts.isOwn) invalid('number', 'own-number');
  const { corrects } = facts;
  if (corrects !== undefined && !(await documentIdOf(tx, corrects))) invalid('corrects', 'unknown-document');
  const name = number.replaceAll(/[^\w.-]/g, '-');
  await storeDocument(tx, ctx, {
    kind: facts.kind,
    number,
    documentDate: facts.date,
    title: facts.title,
    period: periodFrom && periodTo ? { from: periodFrom, to: periodTo } : undefined,
    sums: net !== undefined && gross !== undefined ? { net, gross } : undefined,
    shares: await sharesOf(tx, ctx, facts),
    dueOn: facts.due,
    state: state && { is: state, on: stateOn },
    corrects,
    source: 'imported',
    files: {
      pdf: { name: `${name}.pdf`, bytes: pdf },
      ...(xml ? { xml: { name: `${name}.xml`, bytes: xml } } : {}),
    },
  });
  return { number, outcome: 'stored' };
}

async function sharesOf(tx: Transaction, ctx: CustomerCtx, { costCentre, net }: ImportFacts) {
  if (costCentre === undefined) return [];
  const known = await costCentreOf(tx, ctx.customer.id, costCentre);
  return [{ costCentreId: known?.id, label: known ? `${known.code} ${known.name}` : costCentre, net }];
}

function checkFiles({ pdf, xml }: IncomingDocument): void {
  const problems: [string, FileProblem | undefined][] = [
    ['pdf', pdfProblem(pdf)],
    ['xml', xml && xmlProblem(xml)],
  ];
  const limit = MOST_FILE_MEGABYTES;
  const fields = problems.flatMap(([field, problem]) => (problem ? [{ field, problem, limit }] : []));
  if (fields.length > 0) refuse({ code: 'invalid', fields });
}

function invalid(field: string, problem: FieldProblem['problem']): never {
  refuse({ code: 'invalid', fields: [{ field, problem }] });
}
