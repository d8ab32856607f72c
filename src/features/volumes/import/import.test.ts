import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { carrierCtx, ctxFor } from '../../../../test/support/context.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { query } from '../../../platform/db/database.ts';
import { removeVolume } from '../correct-volume.ts';
import { wrongLines } from '../queries.ts';
import { fileOf, HEADER, twoProducts } from '../sample.fixture.ts';
import { importVolumes } from './import-volumes.ts';
import { mendLines } from './mend-lines.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const [LETTER] = await twoProducts(database);
const clerk = carrierCtx({ db });
const admin = await ctxFor({ db });

const row = (
  changes: Partial<Record<'customer' | 'date' | 'product' | 'centre' | 'pieces', string>> = {},
) => {
  const all = {
    customer: 'D100001',
    date: '23.11.2026',
    product: LETTER,
    centre: '',
    pieces: '10',
    ...changes,
  };
  return `${all.customer};${all.date};${all.product};${all.centre};${all.pieces};200`;
};
const table = (...rows: string[]) => [HEADER, ...rows].join('\r\n');
const counts = ({ taken, same, wrong, changed }: Awaited<ReturnType<typeof importVolumes>>) => ({
  taken,
  same,
  wrong,
  changed,
});
const volumesIn = async (fileId: number) => {
  const rows = await owner.all(
    query.selectFrom('mail_volume').select(['line', 'pieces']).where('file_id', '=', fileId).orderBy('line'),
  );
  return rows.map(({ line, pieces }) => [line, pieces]);
};

describe('a file of the sorting machine', () => {
  it('is taken once, whoever reads it how often and under which name', async () => {
    const text = table(row(), row({ customer: 'D100003', pieces: '20' }));
    const first = await importVolumes(clerk, fileOf('day-1.csv', text));
    assert.deepEqual(counts(first), { taken: 2, same: 0, wrong: 0, changed: [] });
    assert.deepEqual(await volumesIn(first.fileId), [
      [2, 10],
      [3, 20],
    ]);
    for (const name of ['day-1.csv', 'day-1 (1).csv', 'C:\\machine\\day-1.csv']) {
      const again = await importVolumes(clerk, fileOf(name, text));
      assert.deepEqual(counts(again), { taken: 0, same: 2, wrong: 0, changed: [] });
      assert.equal(again.name, 'day-1.csv');
    }
    const [entry] = await owner.all(
      query.selectFrom('audit_entry').select(['action', 'object', 'after']).orderBy('id', 'desc').limit(1),
    );
    assert.deepEqual(entry, {
      action: 'volume.import',
      object: 'day-1.csv',
      after: { taken: 0, same: 2, wrong: 0, changed: 0 },
    });
  });

  it('keeps what is wrong with what is wrong about it, until it is mended in place or in the file', async () => {
    const wrong = [
      row({ customer: 'D4711' }),
      row({ product: '?' }),
      row({ centre: 'X' }),
      row({ pieces: '1,5' }),
    ];
    const first = await importVolumes(clerk, fileOf('day-2.csv', table(row(), ...wrong)));
    assert.deepEqual(counts(first), { taken: 1, same: 0, wrong: 4, changed: [] });
    const { fileId } = first;
    const waiting = () => db.deskTransaction((tx) => wrongLines(tx, fileId, 1, 100));
    assert.deepEqual(
      (await waiting()).map(({ line, problems }) => [
        line,
        problems?.map(({ field, problem }) => `${field} ${problem}`),
      ]),
      [
        [3, ['customer unknown-customer']],
        [4, ['product unknown-product']],
        [5, ['costCentre unknown-cost-centre']],
        [6, ['pieces not-a-number']],
      ],
    );

    const typed = {
      customer: 'D100001',
      date: '2026-11-23',
      product: LETTER,
      costCentre: '',
      pieces: '5',
      weight: '',
    };
    const nothing = { customer: '', date: '', product: '', costCentre: '', pieces: '', weight: '' };
    const mended = await mendLines(clerk, {
      fileId,
      lines: [
        { ...typed, line: 3 },
        { ...typed, line: 4, pieces: 'x' },
        { ...nothing, line: 5 },
        // lines that do not wait: one was taken, one the file does not have
        { ...typed, line: 2 },
        { ...typed, line: 99 },
      ],
    });
    assert.deepEqual([mended.taken, mended.wrong, mended.dropped], [1, 1, 1]);
    assert.deepEqual(
      (await waiting()).map(({ line }) => line),
      [4, 6],
    );

    // the file itself says the same as before on the lines that were mended in place or thrown away
    const fixed = [wrong[0] ?? '', row({ pieces: '40' }), wrong[2] ?? '', row({ pieces: '60' })];
    const second = await importVolumes(clerk, fileOf('day-2.csv', table(row(), ...fixed)));
    assert.deepEqual(counts(second), { taken: 2, same: 3, wrong: 0, changed: [] });
    assert.deepEqual(await volumesIn(fileId), [
      [2, 10],
      [3, 5],
      [4, 40],
      [6, 60],
    ]);
    assert.deepEqual(await waiting(), []);
  });

  it('says when a line that was taken says something else now, and leaves it', async () => {
    await importVolumes(clerk, fileOf('day-3.csv', table(row(), row())));
    const second = await importVolumes(
      clerk,
      fileOf('day-3.csv', table(row(), row({ pieces: '11' }), row())),
    );
    assert.deepEqual(counts(second), { taken: 1, same: 1, wrong: 0, changed: [3] });
  });

  it('does not bring back what a clerk took away', async () => {
    const text = table(row({ pieces: '33' }));
    const { fileId } = await importVolumes(clerk, fileOf('day-4.csv', text));
    const [volume] = await owner.all(
      query.selectFrom('mail_volume').select(['id', 'version']).where('file_id', '=', fileId),
    );
    await removeVolume(clerk, { ...volume, reason: 'Probelauf' });
    assert.deepEqual(counts(await importVolumes(clerk, fileOf('day-4.csv', text))), {
      taken: 0,
      same: 1,
      wrong: 0,
      changed: [],
    });
    assert.deepEqual(await volumesIn(fileId), []);
  });

  it('comes without a header, in another order, with other names, in English', async () => {
    const plain = await importVolumes(clerk, fileOf('plain.csv', row({ pieces: '7' })));
    assert.deepEqual(await volumesIn(plain.fileId), [[1, 7]]);
    const english = `pieces,day,customer number,PRODUCT,comment\n8,2026-11-20,d 100001,${LETTER},"a,b"`;
    const { fileId } = await importVolumes(clerk, fileOf('english.csv', english));
    assert.deepEqual(await volumesIn(fileId), [[2, 8]]);
  });

  it('is refused whole when it is no table of volumes, and nothing of it is taken', async () => {
    const refused = (text: string, problem: string, limit?: number) =>
      assertRefused(importVolumes(clerk, fileOf('bad.csv', text)), {
        code: 'invalid',
        fields: [{ field: 'file', problem, ...(limit ? { limit } : {}) } as never],
      });
    await assertUnchanged(database, async () => {
      await refused('', 'required');
      await refused('\r\n\r\n', 'required');
      await refused(HEADER, 'required');
      await refused('Kundennummer;Stück\r\nD100001;5', 'columns-missing');
      await refused(`${table(row())}\r\nD100001;"`, 'unclosed-quote', 3);
      await assertRefused(importVolumes(admin, fileOf('x.csv', table(row()))), 'not-found');
      await assertRefused(mendLines(admin, { fileId: 1, lines: [] }), 'not-found');
      await assertRefused(mendLines(clerk, { fileId: 999_999, lines: [] }), 'not-found');
    });
  });

  it('is read by two at once, and each line is taken by one', async () => {
    const text = table(...Array.from({ length: 1200 }, (_, index) => row({ pieces: `${index + 1}` })));
    const done = await Promise.all([1, 2].map(() => importVolumes(clerk, fileOf('both.csv', text, 65_536))));
    assert.equal(
      done.reduce((sum, { taken }) => sum + taken, 0),
      1200,
    );
    assert.equal(
      done.reduce((sum, { same }) => sum + same, 0),
      1200,
    );
    const [first] = done;
    assert.equal((await volumesIn(first?.fileId ?? 0)).length, 1200);
  });

  it('holds whatever cells hold', async () => {
    const hostile = ["'; drop table mail_volume; --", '<script>', 'x'.repeat(5000), '\u0000', '=1+1', '𝄞'];
    const text = table(...hostile.map((cell) => `"${cell}";${cell};${cell};${cell};${cell};${cell}`));
    const { wrong, taken } = await importVolumes(clerk, fileOf('hostile.csv', text));
    assert.deepEqual([wrong, taken], [hostile.length, 0]);
  });
});
