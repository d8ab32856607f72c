import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pino from 'pino';
import { testApp } from '../../../test/support/app.ts';
import type { Client } from '../../../test/support/client.ts';
import type { TestDatabase } from '../../../test/support/database.ts';
import { writeIban } from '../../platform/iban.ts';
import { IBAN, mandateInput, OTHER_IBAN } from './sample.fixture.ts';

/** Everything that an account number could be found by: whole, in groups, or its bank and account alone. */
const TRACES = [IBAN, OTHER_IBAN].flatMap((iban) => [
  iban,
  writeIban(iban),
  iban.slice(4, -4),
  iban.slice(4, 14),
]);

function assertNoTrace(text: string, where: string): void {
  const seen = [text, Buffer.from(text, 'base64').toString('latin1'), text.replaceAll(/\s/g, '')];
  for (const trace of TRACES) {
    for (const form of seen) assert.ok(!form.includes(trace), `${trace} in ${where}`);
  }
}

/** Every row of every table as text; bytes also as the characters that they may be. */
async function dump({ owner }: TestDatabase): Promise<[table: string, text: string][]> {
  const tables = await owner.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const all = await owner.sql<{ row: object }>(`select to_jsonb(t) as row from ${name} t`);
      const text = all.map(({ row }) => JSON.stringify(row)).join('\n');
      const bytes = [...text.matchAll(/\\\\x([\da-f]+)/g)].map(([, hex = '']) =>
        Buffer.from(hex, 'hex').toString('latin1'),
      );
      return [name, [text, ...bytes].join('\n')] as [string, string];
    }),
  );
  return rows;
}

async function give(client: Client, changes: Record<string, string>) {
  await client.get('/konto/lastschrift/neu');
  const { key: _, replaces: __, ...fields } = mandateInput(changes);
  return client.submit('/konto/lastschrift', fields);
}

describe('an account number', () => {
  it('stands in clear in no table, mail, log or page but the one that was asked for it', async (t) => {
    const logged: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
    const portal = await testApp({ services: { log } }, t);
    const admin = portal.client();
    await admin.signIn('D100001', 'admin@d100001.example');
    const pages = [
      await give(admin, { iban: IBAN, scheme: 'B2B' }),
      await give(admin, { iban: OTHER_IBAN }),
      await admin.get('/konto/lastschrift'),
      await admin.get('/konto/lastschrift/neu'),
      await admin.get('/konto/lastschrift/D100001-0001/widerrufen'),
      await admin.get('/konto/lastschrift/D100001-0002/widerrufen'),
      await admin.submit(/widerrufen$/),
      await admin.get('/konto/lastschrift'),
    ];
    const staff = portal.client();
    await staff.signIn('D100001', 'mitarbeit@d100001.example');
    pages.push(await staff.get('/konto/lastschrift'), await staff.get('/konto/lastschrift/iban'));
    await portal.drain();

    for (const page of pages) assertNoTrace(page.html, `${page.address} (${page.status})`);
    const letters = await portal.letters();
    assert.equal(letters.length, 3);
    for (const letter of letters)
      assertNoTrace(`${letter.subject}\n${letter.text}\n${letter.html}`, 'a letter');
    const tables = await dump(portal.database);
    assert.ok(tables.some(([name, text]) => name === 'public.mandate' && text.includes('D100001-0002')));
    for (const [name, text] of tables) assertNoTrace(text, name);
    assert.ok(logged.length > 0);
    assertNoTrace(logged.join('\n'), 'the log');
  });

  it('stays out of the log and the page when something breaks', async (t) => {
    const logged: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
    const portal = await testApp({ services: { log } }, t);
    const admin = portal.client();
    await admin.signIn('D100001', 'admin@d100001.example');
    await admin.get('/konto/lastschrift/neu');
    await portal.database.owner.sql('alter table mandate add constraint broken check (false)');
    const { key: _, replaces: __, ...fields } = mandateInput({ iban: IBAN });
    const page = await admin.submit('/konto/lastschrift', fields);
    assert.equal(page.status, 500);
    assertNoTrace(page.html, 'the page of the fault');
    assert.match(logged.join('\n'), /broken/);
    assertNoTrace(logged.join('\n'), 'the log');
  });
});
