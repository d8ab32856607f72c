import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { outcomes } from '../../../../../test/support/at-once.ts';
import { ctxFor } from '../../../../../test/support/context.ts';
import { testDatabase } from '../../../../../test/support/database.ts';
import { assertRefused, assertUnchanged } from '../../../../../test/support/refused.ts';
import { counting } from '../../../../../test/support/statements.ts';
import { writeCsv } from '../../../../platform/csv/index.ts';
import { auditAbout } from '../../test-support/master-data.fixture.ts';
import { MOST_COST_CENTRES } from '../add-cost-centre.ts';
import { closeCostCentre } from '../close-cost-centre.ts';
import { exportCostCentres } from '../export-cost-centres.ts';
import { costCentresByCode } from '../queries.ts';
import { oneLine } from '../schemas.ts';
import { checkRows } from './check-rows.ts';
import { importCostCentres, MOST_ROWS } from './import-cost-centres.ts';
import { type ImportRow, readTable } from './read-table.ts';

const rowsOf = (text: string) => readTable(text).rows.map(({ code, name }) => [code, name]);
const row = (line: number, code: string, name: string): ImportRow => ({ line, code, name });

describe('reading a table of cost centres', () => {
  it('takes the first two columns when there is no header that we know', () => {
    assert.deepEqual(rowsOf('1100;Prozess\n1200;Notariat;übrig'), [
      ['1100', 'Prozess'],
      ['1200', 'Notariat'],
    ]);
    assert.deepEqual(rowsOf('1100\tProzess'), [['1100', 'Prozess']]);
    assert.deepEqual(rowsOf('allein'), [['allein', '']]);
  });

  it('finds its columns by the header, wherever they are', () => {
    assert.deepEqual(rowsOf('Status,Bezeichnung,Kostenstelle\noffen,Prozess,1100'), [['1100', 'Prozess']]);
    assert.deepEqual(rowsOf('Number;Name;Status\n1100;Litigation;open'), [['1100', 'Litigation']]);
    assert.deepEqual(rowsOf('NR.;Text\r\n1;Eins'), [['1', 'Eins']]);
    assert.deepEqual(rowsOf('Name;was auch immer\nProzess;1100'), [['1100', 'Prozess']]);
  });

  it('knows on which line of the file a row stands', () => {
    assert.deepEqual(
      readTable('Nummer;Name\n\n"1\n1";A\n12;B').rows.map(({ line }) => line),
      [3, 5],
    );
  });

  it('says where a quotation mark never ends', () => {
    assert.equal(readTable('1;A\n2;"B').unclosedAt, 2);
  });
});

describe('checking the rows', () => {
  const known = new Map([['1100', { id: 7, name: 'Prozess' }]]);

  it('says what each row will do', () => {
    const rows = [
      row(1, '1100', 'Prozess'),
      row(2, '1100 ', 'x'),
      row(3, '1200', 'Neu'),
      row(4, ' ', '\u0000'),
    ];
    assert.deepEqual(
      checkRows(rows, known).map(({ outcome }) => outcome),
      [
        { kind: 'same' },
        { kind: 'wrong', problems: [{ field: 'code', problem: { kind: 'repeated', line: 1 } }] },
        { kind: 'add' },
        { kind: 'skip' },
      ],
    );
    assert.deepEqual(checkRows([row(1, '1100', 'Anders')], known)[0]?.outcome, {
      kind: 'rename',
      id: 7,
      from: 'Prozess',
    });
  });

  it('says what is missing or too long', () => {
    const outcome = checkRows([row(1, '', 'x'.repeat(101))], known)[0]?.outcome;
    assert.deepEqual(outcome, {
      kind: 'wrong',
      problems: [
        { field: 'code', problem: { kind: 'required' } },
        { field: 'name', problem: { kind: 'too-long', limit: 100 } },
      ],
    });
  });
});

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '=1+1',
    '@SUM(A1)',
    "'",
    "'=x",
    '"',
    '""',
    ';',
    ',',
    '\t',
    '\r\n',
    '-1',
    ' x ',
    '<b>',
    '\u202e',
    'Ä',
  ),
);

describe('a table that was written and read again', () => {
  it('says the same, whatever stands in its cells', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), (cells) => {
        const read = readTable(writeCsv(['Nummer', 'Bezeichnung'], cells));
        assert.equal(read.unclosedAt, undefined);
        const expected = cells.map(([code, name]) => [oneLine(code), oneLine(name)]);
        const found = read.rows.map(({ code, name }) => [oneLine(code), oneLine(name)]);
        // rows without anything in them may be dropped on the way
        const filled = (pairs: string[][]) => pairs.filter((pair) => pair.some((value) => value !== ''));
        assert.deepEqual(filled(found), filled(expected));
      }),
    );
  });

  it('never fails, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        checkRows(readTable(text).rows, new Map());
      }),
    );
  });
});

describe('importing cost centres', async () => {
  const database = await testDatabase();
  const { app: db } = database;
  const admin = await ctxFor({ db });
  const editor = await ctxFor({ db, user: 'mitarbeit', grants: { rights: ['masterData.edit'] } });
  const reader = await ctxFor({ db, user: 'mitarbeit' });
  const stranger = await ctxFor({ db, customer: 'D100002' });
  const stored = (ctx = admin) => db.transaction(ctx.customer.id, costCentresByCode);

  it('adds, renames and leaves alone, and the log has each', async () => {
    const before = await stored();
    const closed = before.get('9000');
    await closeCostCentre(admin, { id: closed?.id });
    const done = await importCostCentres(editor, {
      rows: [
        row(2, '1100', 'Prozesse'),
        row(3, '1200', 'Notariat'),
        row(4, '9000', 'Alt'),
        row(5, '2000', 'Neu'),
      ],
    });
    assert.deepEqual(done, { added: 1, renamed: 2, same: 1, wrong: [] });
    const after = await stored();
    assert.equal(after.get('1100')?.name, 'Prozesse');
    assert.equal(after.get('2000')?.name, 'Neu');
    assert.ok(after.get('9000')?.closedAt, 'what was closed stays closed');
    assert.deepEqual((await auditAbout(database, `cost-centre/${after.get('2000')?.id}`)).at(-1)?.after, {
      code: '2000',
      name: 'Neu',
    });
    const renamed = (await auditAbout(database, `cost-centre/${after.get('1100')?.id}`)).at(-1);
    assert.deepEqual([renamed?.before, renamed?.after], [{ name: 'Prozessabteilung' }, { name: 'Prozesse' }]);
  });

  it('takes the rows that are right and gives back the others', async () => {
    const rows = [
      row(1, 'G1', 'Gut'),
      row(2, '', 'Ohne Nummer'),
      row(3, 'G1', 'Noch einmal'),
      row(4, '', ''),
    ];
    const { added, wrong } = await importCostCentres(editor, { rows });
    assert.equal(added, 1);
    assert.deepEqual(
      wrong.map(({ line }) => line),
      [2, 3],
    );
    assert.equal((await stored()).get('G1')?.name, 'Gut');
  });

  it('changes nothing the second time', async () => {
    const rows = [row(1, 'Z1', 'Zwei'), row(2, 'Z2', 'Mal')];
    await importCostCentres(editor, { rows });
    await assertUnchanged(database, async () => {
      assert.deepEqual(await importCostCentres(editor, { rows }), {
        added: 0,
        renamed: 0,
        same: 2,
        wrong: [],
      });
    });
  });

  it('is forbidden without the right', async () => {
    await assertUnchanged(database, () =>
      assertRefused(importCostCentres(reader, { rows: [row(1, 'V', 'Verboten')] }), {
        code: 'forbidden',
        right: 'masterData.edit',
      }),
    );
  });

  it('touches no other firm', async () => {
    const before = await stored(stranger);
    await importCostCentres(admin, {
      rows: [...before.values()].map(({ code }, at) => row(at + 1, code, 'Feindlich')),
    });
    assert.deepEqual(await stored(stranger), before);
  });

  it('lets two people import the same table at once', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => row(at + 1, `P${at}`, `Parallel ${at}`));
    const settled = await Promise.allSettled([
      importCostCentres(admin, { rows }),
      importCostCentres(editor, { rows: rows.toReversed() }),
    ]);
    const { done, failed } = outcomes(settled);
    assert.deepEqual(failed, []);
    assert.deepEqual(done.map(({ added }) => added).sort(), [0, 50]);
  });

  it('brings 2,000 rows in with a handful of statements, and takes what it exports', async (t) => {
    const other = await testDatabase(t);
    const counted = counting(other.app);
    const ctx = await ctxFor({ db: counted });
    const rows = Array.from({ length: 2000 }, (_, at) =>
      row(at + 2, `=${at}`, `"Abteilung"; ${at}\u202e <b>`),
    );
    const read = readTable(
      writeCsv(
        ['Nummer', 'Bezeichnung'],
        rows.map(({ code, name }) => [code, name]),
      ),
    );
    assert.equal(read.rows.length, 2000);
    counted.taken();
    assert.equal((await importCostCentres(ctx, { rows: [...read.rows] })).added, 2000);
    assert.equal(counted.taken(), 8);
    const saved = await exportCostCentres(ctx);
    const again = readTable(writeCsv(saved.header, saved.rows));
    assert.equal(again.rows.length, 2003);
    assert.deepEqual(await importCostCentres(ctx, { rows: [...again.rows] }), {
      added: 0,
      renamed: 0,
      same: 2003,
      wrong: [],
    });
  });

  it('refuses more than anybody could mend or choose from', async (t) => {
    const many = Array.from({ length: MOST_ROWS + 1 }, (_, at) => row(at + 1, `M${at}`, 'x'));
    await assertRefused(importCostCentres(editor, { rows: many }), {
      code: 'invalid',
      fields: [{ field: 'rows', problem: 'too-large', limit: MOST_ROWS }],
    });
    const other = await testDatabase(t);
    const ctx = await ctxFor({ db: other.app });
    await importCostCentres(ctx, { rows: many.slice(0, MOST_ROWS) });
    const more = many.slice(0, MOST_ROWS).map((one) => ({ ...one, code: `N${one.code}` }));
    await assertRefused(importCostCentres(ctx, { rows: more }), {
      code: 'limit-reached',
      limit: MOST_COST_CENTRES,
    });
  });
});
