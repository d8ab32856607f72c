import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ctxFor } from '../../../../test/support/context.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import type { Cursor } from './cursor.ts';
import { listDocuments } from './queries.ts';
import type { DocumentFilter } from './schemas.ts';
import { showDocuments } from './show-documents.ts';

const database = await testDatabase();
const { app, owner } = database;

/** Fills a firm with so many invoices, reports and receipts, each with a file beside the row. */
async function fill(customerId: number, count: number): Promise<void> {
  await owner.sql(
    `with files as (
       select n, convert_to(rpad($1 || '-' || n, 3000, 'x'), 'UTF8') as bytes from generate_series(1, $2::int) n
     ), made as (
       insert into document (customer_id, kind, number, document_date, period_from, period_to, net_cents, gross_cents,
         source, content_hash, retain_until, created_at, state)
       select $1::bigint, case n % 3 when 0 then 'invoice' when 1 then 'weekly-report' else 'receipt' end,
         'X-' || $1 || '-' || n, date '2026-11-01' - n / 10, date '2026-11-01' - n / 10, date '2026-11-01' - n / 10,
         n, n, 'own', sha256(convert_to('pdf:' || encode(sha256(bytes), 'hex'), 'UTF8')), '2040-12-31',
         timestamptz '2026-11-01' - n * interval '1 hour', case n % 3 when 0 then 'open' end
       from files returning id, number, customer_id
     )
     insert into document_file (document_id, customer_id, role, name, media_type, size, sha256, bytes)
     select made.id, made.customer_id, 'pdf', 'x.pdf', 'application/pdf', 3000, sha256(bytes), bytes
     from made join files on made.number = 'X-' || $1 || '-' || n`,
    [String(customerId), count],
  );
}

const few = await ctxFor({ db: app });
const many = await ctxFor({ db: app, customer: 'D100002' });
// rows that were made by hand need not be asked one by one whether they are whole
for (const table of ['document', 'document_file'])
  await owner.sql(`alter table ${table} disable trigger user`);
await fill(few.customer.id, 300);
await fill(many.customer.id, 10_000);
await owner.sql('analyze document');
await owner.sql('analyze document_file');

interface Plan {
  readonly Plan: Record<'Shared Hit Blocks' | 'Shared Read Blocks', number>;
}

/** How many blocks the database touches for one page of the list. */
async function blocks(ctx: typeof few, filter: DocumentFilter, cursor?: Cursor): Promise<number> {
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : undefined;
  return app.transaction(ctx.customer.id, async (tx) => {
    let touched = 0;
    const explained: Transaction = {
      ...tx,
      async all(query) {
        const { sql, parameters } = query.compile();
        const [row] = await tx.sql<{ 'QUERY PLAN': Plan[] }>(
          `explain (analyze, buffers, format json) ${sql}`,
          parameters,
        );
        const plan = row?.['QUERY PLAN'][0]?.Plan;
        touched = (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
        return [];
      },
    };
    await listDocuments(explained, filter, { reader: personId, now: ctx.now }, cursor, 50);
    return touched;
  });
}

describe('a page of ten thousand documents', () => {
  for (const [what, filter] of [
    ['all', {}],
    ['one tab', { folder: 'invoices' }],
    ['one state', { state: 'open' }],
  ] as const) {
    it(`costs the database what a page of three hundred does: ${what}`, async () => {
      const [small, large] = [await blocks(few, filter), await blocks(many, filter)];
      assert.ok(large <= small * 1.3, `${large} blocks instead of ${small}`);
    });
  }

  it('costs the same at the end of the list', async () => {
    const first = await blocks(many, {});
    const cursor = {
      date: Temporal.PlainDate.from('2024-03-01'),
      id: 1_000_000,
      direction: 'older',
    } as const;
    const last = await blocks(many, {}, cursor);
    assert.ok(last <= first * 1.3, `${last} blocks instead of ${first}`);
  });

  it('takes no longer', async (t) => {
    const time = async (ctx: typeof few) => {
      const times: number[] = [];
      for (let run = 0; run < 60; run += 1) {
        const began = performance.now();
        await showDocuments(ctx, { folder: 'invoices' }, 30);
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[15] ?? 0;
    };
    const [small, large] = [await time(few), await time(many)];
    t.diagnostic(`300 documents: ${small.toFixed(2)} ms, 10,000: ${large.toFixed(2)} ms`);
    // the blocks above are what decides; time on a busy machine is only a hint
    assert.ok(large <= small * 3, `${large} ms instead of ${small}`);
  });
});
