import { createHash, type Hash } from 'node:crypto';
import type { Database, Transaction } from '../db/database.ts';

/** What became of the chain. */
export interface AuditReport {
  readonly seals: number;
  readonly entries: number;
  /** Entries that wait for their seal, and since when the oldest does. */
  readonly unsealed: { readonly entries: number; readonly since: Temporal.Instant | null };
  /** The last seal: whoever keeps it elsewhere can tell later whether the log was cut or made anew. */
  readonly head: { readonly id: number; readonly hash: string } | undefined;
  /** The first thing that does not fit, in words; undefined when everything does. */
  readonly problem: string | undefined;
}

interface Seal extends Record<string, unknown> {
  readonly id: number;
  readonly entries: number;
  readonly previous: string;
  readonly hash: string;
}

const PAGE = 2000;
const NOTHING = '00'.repeat(32);

/**
 * Recomputes every hash of the audit log from its entries. The database gives the text of each entry and nothing else:
 * the hashes are computed here, so that exchanged functions change nothing. Memory stays flat.
 * @param db connects as the owner
 * @param known a head that was kept elsewhere: it must still be in the chain
 */
export function verifyAudit(
  db: Database,
  known?: { readonly id: number; readonly hash: string },
): Promise<AuditReport> {
  return db.transaction(undefined, async (tx) => {
    await tx.sql("set local timezone = 'UTC'");
    // what is sealed while this runs is for the next time
    const [last] = await tx.sql<{ id: number }>('select coalesce(max(id), 0) as id from audit_seal');
    const upTo = last?.id ?? 0;
    const [unsealed] = await tx.sql<{ entries: number; since: Temporal.Instant | null }>(
      'select count(*)::int as entries, min(at) as since from audit_entry where seal_id is null',
    );
    let seals = 0;
    let entries = 0;
    let head: AuditReport['head'];
    let problem: string | undefined;
    let isKnown = known === undefined;
    for await (const { seal, texts } of sealsWithTexts(tx, upTo)) {
      problem = fault(seal, texts, seals + 1, head?.hash ?? NOTHING);
      if (problem) break;
      seals += 1;
      entries += texts.count;
      head = { id: seal.id, hash: seal.hash };
      if (known?.id === seal.id) {
        isKnown = known.hash === seal.hash;
        if (!isKnown) problem = `seal ${seal.id} has another hash than the one that was kept`;
      }
      if (problem) break;
    }
    if (!problem && !isKnown) problem = `seal ${known?.id} that was kept is missing`;
    return { seals, entries, unsealed: unsealed ?? { entries: 0, since: null }, head, problem };
  });
}

interface Texts {
  count: number;
  readonly digests: Hash;
}

function fault(seal: Seal, texts: Texts, expectedId: number, expectedPrevious: string): string | undefined {
  if (seal.id !== expectedId) return `seal ${expectedId} is missing`;
  if (seal.previous !== expectedPrevious) return `seal ${seal.id} does not continue the one before`;
  if (seal.entries !== texts.count)
    return `seal ${seal.id} holds ${texts.count} entries instead of ${seal.entries}`;
  if (seal.hash !== texts.digests.digest('hex')) return `entries of seal ${seal.id} were changed`;
  return undefined;
}

/** Every seal with the hash over its entries, in order. */
async function* sealsWithTexts(tx: Transaction, upTo: number): AsyncGenerator<{ seal: Seal; texts: Texts }> {
  const entries = entriesFrom(tx, upTo);
  let next = await entries.next();
  for (let after = 0; ; ) {
    const seals = await tx.sql<Seal>(
      `select id, entries, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash
       from audit_seal where id > $1 and id <= $2 order by id limit $3`,
      [after, upTo, PAGE],
    );
    for (const seal of seals) {
      const digests = createHash('sha256').update(Buffer.from(seal.previous, 'hex')).update(int8(seal.id));
      const texts: Texts = { count: 0, digests };
      for (; !next.done && next.value.seal_id === seal.id; next = await entries.next()) {
        digests.update(createHash('sha256').update(next.value.text).digest());
        texts.count += 1;
      }
      yield { seal, texts };
      after = seal.id;
    }
    // entries that name a seal that does not exist cannot be: the foreign key holds them
    if (seals.length < PAGE) return;
  }
}

interface EntryText extends Record<string, unknown> {
  readonly seal_id: number;
  readonly id: number;
  readonly text: string;
}

/** The sealed entries by seal and id, page after page. The text is built here and not by a function of the database. */
async function* entriesFrom(tx: Transaction, upTo: number): AsyncGenerator<EntryText> {
  let [sealId, id] = [0, 0];
  for (;;) {
    const page = await tx.sql<EntryText>(
      `select seal_id, id, jsonb_build_array(id, at, customer_id, actor_kind, person_id, staff_id, actor_name, action,
         object, before, after, request_id)::text as text
       from audit_entry where (seal_id, id) > ($1::bigint, $2::bigint) and seal_id <= $3
       order by seal_id, id limit $4`,
      [sealId, id, upTo, PAGE],
    );
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    sealId = last.seal_id;
    id = last.id;
  }
}

function int8(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}
