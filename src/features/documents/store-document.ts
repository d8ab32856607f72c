import {
  DOCUMENT_ROLES,
  type DocumentKind,
  type DocumentRole,
  type DocumentState,
  FOLDER_OF,
  firstState,
  isNews,
  MEDIA_TYPES,
  openIn,
  retainUntil,
} from '../../domain/documents/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { contentHash, sha256 } from './content-hash.ts';
import { queueCopies } from './delivery/queue-copies.ts';
import { documentArrived } from './jobs.ts';
import { documentIdOf, insertDocument, insertFile, insertShare, orderIdOf } from './queries.ts';
import type { StoringCtx } from './storing-ctx.ts';

/** A file of a document. The name is the one under which people save it. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A document as its author hands it over. Amounts in cents; negative: the firm gets them. */
export interface NewDocument {
  readonly kind: DocumentKind;
  /** Unique over the whole installation: `R-2026-000042`. */
  readonly number: string;
  readonly documentDate: Temporal.PlainDate;
  /** First and last day of what it is about. */
  readonly period?: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate } | undefined;
  /** What it is about, where kind and period do not say it. */
  readonly title?: string | undefined;
  readonly sums?: { readonly net: number; readonly gross: number } | undefined;
  /** What of it is for which cost centre; `id` absent: without one, or one that the portal does not know. */
  readonly shares?: readonly {
    readonly costCentreId?: number | undefined;
    readonly label: string;
    readonly net?: number | undefined;
  }[];
  readonly dueOn?: Temporal.PlainDate | undefined;
  /** Where an invoice begins with something else than being open, and since which day. */
  readonly state?: { readonly is: DocumentState; readonly on?: Temporal.PlainDate | undefined } | undefined;
  /** Number of the document that this one corrects or cancels. */
  readonly corrects?: string | undefined;
  /** Number of the order that it is about. */
  readonly order?: string | undefined;
  readonly source?: 'own' | 'imported';
  readonly files: Readonly<Partial<Record<DocumentRole, NewFile>>>;
}

/**
 * Puts a document into the firm's place for them, inside of the transaction of the verb that made it: it exists if
 * and only if that commits. From then on neither it nor its files change, only its state does
 * ({@link moveDocument}). Whoever may see it is told by mail, and it is delivered as the firm has chosen, unless it
 * is an old one that is only taken over.
 *
 * Refuses with `invalid` (`number: taken`) when the number is in use, (`pdf: taken`) when the firm has a document of
 * the same content, (`corrects`, `order`: `unknown`) when the firm has no such thing. The transaction is still good then.
 */
export async function storeDocument(
  tx: Transaction,
  ctx: StoringCtx,
  document: NewDocument,
): Promise<{ id: number }> {
  const files = DOCUMENT_ROLES.flatMap((role) => {
    const file = document.files[role];
    return file
      ? [{ role, name: file.name, bytes: Buffer.from(file.bytes), sha256: sha256(file.bytes) }]
      : [];
  });
  if (files.length === 0) throw new Error(`document ${document.number} has no file`);
  const state = document.state?.is ?? firstState(document.kind);
  const [customerId, hash] = [ctx.customer.id, contentHash(files)];
  const written = await insertDocument(tx, {
    customer_id: customerId,
    kind: document.kind,
    number: document.number,
    title: document.title ?? '',
    document_date: document.documentDate,
    period_from: document.period?.from ?? null,
    period_to: document.period?.to ?? null,
    net_cents: document.sums?.net ?? null,
    gross_cents: document.sums?.gross ?? null,
    due_on: document.dueOn ?? null,
    corrects_id: await known(document.corrects, 'corrects', (number) => documentIdOf(tx, number)),
    order_id: await known(document.order, 'order', (number) => orderIdOf(tx, number)),
    source: document.source ?? 'own',
    content_hash: hash,
    retain_until: retainUntil(document.kind, document.documentDate),
    created_at: ctx.now,
    state: state ?? null,
    open_cents: state && document.sums ? openIn(state, document.sums.gross) : null,
    state_on: document.state?.on ?? null,
  });
  if ('taken' in written) refuse({ code: 'invalid', fields: [{ field: written.taken, problem: 'taken' }] });
  const { id } = written;
  for (const [position, { costCentreId = null, label, net = null }] of (document.shares ?? []).entries()) {
    await insertShare(tx, {
      document_id: id,
      customer_id: customerId,
      position,
      cost_centre_id: costCentreId,
      cost_centre_label: label,
      net_cents: net,
    });
  }
  for (const file of files) {
    const { bytes } = file;
    await insertFile(tx, {
      document_id: id,
      customer_id: customerId,
      media_type: MEDIA_TYPES[file.role],
      size: bytes.length,
      ...file,
    });
  }
  await audit(tx, ctx, {
    action: 'document.store',
    object: document.number,
    after: {
      kind: document.kind,
      documentDate: document.documentDate.toString(),
      source: document.source ?? 'own',
      hash: hash.toString('hex'),
      files: files.map(({ name }) => name),
    },
  });
  if (isNews(document.documentDate, ctx.now)) {
    await queueCopies(tx, ctx, { id, folder: FOLDER_OF[document.kind] });
    await ctx.jobs.enqueue(tx, documentArrived, { customerId, documentId: id });
  }
  return { id };
}

/** The id behind a number that a document names. */
async function known(
  number: string | undefined,
  field: string,
  find: (number: string) => Promise<number | undefined>,
): Promise<number | null> {
  if (number === undefined) return null;
  return (await find(number)) ?? refuse({ code: 'invalid', fields: [{ field, problem: 'unknown' }] });
}
