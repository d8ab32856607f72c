import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { outcomes } from '../../../../test/support/at-once.ts';
import { ctxFor } from '../../../../test/support/context.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { openCostCentres } from '../../customers/index.ts';
import { auditAbout } from '../test-support/master-data.fixture.ts';
import { addCostCentre, MOST_COST_CENTRES } from './add-cost-centre.ts';
import { closeCostCentre } from './close-cost-centre.ts';
import { costCentresByCode, listCostCentres } from './queries.ts';
import { renameCostCentre } from './rename-cost-centre.ts';
import { reopenCostCentre } from './reopen-cost-centre.ts';

const database = await testDatabase();
const { app: db } = database;
const admin = await ctxFor({ db });
const editor = await ctxFor({ db, user: 'mitarbeit', grants: { rights: ['masterData.edit'] } });
const reader = await ctxFor({ db, user: 'mitarbeit' });
const stranger = await ctxFor({ db, customer: 'D100002' });

const inFirm = <T>(work: Parameters<typeof db.transaction<T>>[1]) => db.transaction(admin.customer.id, work);
const byCode = async (code: string) => {
  const found = (await inFirm(costCentresByCode)).get(code);
  assert.ok(found, code);
  return found;
};
const input = (code: string, name = 'Vertrieb') => ({ key: randomUUID(), code, name });

describe('cost centres', () => {
  it('are added, renamed, closed and opened again, and the log says so', async () => {
    await addCostCentre(editor, input(' 42\u200e00 ', ' Ver\ntrieb '));
    const { id, name } = await byCode('4200');
    assert.equal(name, 'Ver trieb');
    await renameCostCentre(editor, { id, version: 1, name: 'Vertrieb' });
    await closeCostCentre(editor, { id });
    assert.equal(
      (await inFirm(openCostCentres)).some((one) => one.id === id),
      false,
    );
    await reopenCostCentre(admin, { id });
    assert.equal(
      (await inFirm(openCostCentres)).some((one) => one.id === id),
      true,
    );
    const entries = await auditAbout(database, `cost-centre/${id}`);
    assert.deepEqual(
      entries.map(({ action, before, after }) => [action, before, after]),
      [
        ['cost-centre.add', null, { code: '4200', name: 'Ver trieb' }],
        ['cost-centre.rename', { name: 'Ver trieb' }, { name: 'Vertrieb' }],
        ['cost-centre.close', { isOpen: true }, { isOpen: false }],
        ['cost-centre.reopen', { isOpen: false }, { isOpen: true }],
      ],
    );
  });

  it('have codes of their own, closed ones too', async () => {
    await addCostCentre(editor, input('F-77'));
    await closeCostCentre(editor, { id: (await byCode('F-77')).id });
    const taken = { code: 'invalid', fields: [{ field: 'code', problem: 'taken' }] } as const;
    await assertUnchanged(database, () => assertRefused(addCostCentre(editor, input('F-77')), taken));
    await addCostCentre(stranger, input('F-77'));
  });

  it('are added once when two people add the same at once', async () => {
    const settled = await Promise.allSettled([
      addCostCentre(editor, input('4400', 'A')),
      addCostCentre(admin, input('4400', 'B')),
    ]);
    const { done, failed } = outcomes(settled);
    assert.equal(done.length, 1);
    await assertRefused(Promise.reject(failed[0]), 'invalid');
  });

  it('change nothing when they are as wished already', async () => {
    await addCostCentre(editor, input('4500'));
    const { id } = await byCode('4500');
    await assertUnchanged(database, () => reopenCostCentre(editor, { id }));
    await closeCostCentre(editor, { id });
    await assertUnchanged(database, async () => {
      await closeCostCentre(editor, { id });
      assert.deepEqual(await renameCostCentre(editor, { id, version: 1, name: 'Vertrieb' }), {
        changed: false,
      });
    });
  });

  it('tell the second of two who rename that the first was faster', async () => {
    await addCostCentre(editor, input('4600'));
    const { id, version } = await byCode('4600');
    await renameCostCentre(admin, { id, version, name: 'Einkauf' });
    await assertUnchanged(database, () =>
      assertRefused(renameCostCentre(editor, { id, version, name: 'Lager' }), { code: 'stale' }),
    );
  });

  it('belong to those who may change them', async () => {
    const { id, version } = await byCode('1100');
    await assertUnchanged(database, async () => {
      for (const [ctx, refusal] of [
        [reader, 'forbidden'],
        [stranger, 'not-found'],
      ] as const) {
        await assertRefused(renameCostCentre(ctx, { id, version, name: 'x' }), refusal);
        await assertRefused(closeCostCentre(ctx, { id }), refusal);
        await assertRefused(reopenCostCentre(ctx, { id }), refusal);
      }
      await assertRefused(addCostCentre(reader, input('1')), { code: 'forbidden', right: 'masterData.edit' });
    });
  });

  it('end where nobody could choose from them any more', async (t) => {
    const other = await testDatabase(t);
    const ctx = await ctxFor({ db: other.app });
    await other.owner.sql(
      `insert into cost_centre (customer_id, code, name)
       select $1::bigint, 'X' || n, 'x'
       from generate_series(1, $2::int - (select count(*) from cost_centre where customer_id = $1::bigint)) n`,
      [ctx.customer.id, MOST_COST_CENTRES],
    );
    await assertRefused(addCostCentre(ctx, input('neu')), {
      code: 'limit-reached',
      limit: MOST_COST_CENTRES,
    });
  });
});

describe('the list of cost centres', () => {
  it('leafs through all of them once, in order, filtered or not', async (t) => {
    const other = await testDatabase(t);
    const { customer } = await ctxFor({ db: other.app });
    await other.owner.sql('delete from cost_centre');
    await other.owner.sql(
      `insert into cost_centre (customer_id, code, name, closed_at)
       select $1::bigint, 'K' || n, 'Abteilung ' || n, case when n % 3 = 0 then now() end
       from generate_series(1, 25) n`,
      [customer.id],
    );
    for (const [filter, count] of [
      [{ search: '', state: '' }, 25],
      [{ search: '', state: 'open' }, 17],
      [{ search: '', state: 'closed' }, 8],
      [{ search: 'ABTEILUNG 2', state: '' }, 7],
      [{ search: 'k1 ab', state: 'open' }, 1],
      [{ search: "%' or 1=1", state: '' }, 0],
    ] as const) {
      const seen: string[] = [];
      for (let after = '', more = true; more; ) {
        const { rows, hasMore } = await other.app.transaction(customer.id, (tx) =>
          listCostCentres(tx, { ...filter, after }, 4),
        );
        seen.push(...rows.map(({ code }) => code));
        after = seen.at(-1) ?? '';
        more = hasMore;
      }
      assert.equal(seen.length, count, JSON.stringify(filter));
      assert.equal(new Set(seen).size, count);
    }
  });
});
