import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { lastAudit } from '../../../test/support/people.ts';
import { assertRefused } from '../../../test/support/refused.ts';
import { clerkAt, clerkCtx } from '../../../test/support/staff.ts';
import { auditAll } from '../../platform/audit/audit.ts';
import { auditSealed } from './jobs.ts';
import { AuditQuery } from './schemas.ts';
import { exportAudit, searchAudit, showAudit } from './search-audit.ts';

async function arrange(t: TestContext) {
  const portal = await testApp({}, t);
  const { database, clock, services } = portal;
  const henrike = await ctxFor({ db: database.app, now: clock() });
  const other = await ctxFor({ db: database.app, customer: 'D100002', now: clock() });
  const admin = await clerkCtx(database, {
    jobs: services.jobs,
    now: clock(),
    roles: ['admin'],
    name: 'Ada Admin',
  });
  for (const ctx of [henrike, other]) {
    await database.app.transaction(ctx.customer.id, (tx) =>
      auditAll(tx, ctx, [
        { action: 'order.place', object: `A-${ctx.customer.number}`, after: { pieces: 1 } },
        { action: 'order.cancel', object: `A-${ctx.customer.number}`, before: { pieces: 1 } },
      ]),
    );
  }
  await database.app.deskTransaction((tx) =>
    auditAll(tx, admin, [{ action: 'staff.change', object: '100%_sure', after: { roles: ['care'] } }]),
  );
  const search = async (query: Record<string, string>) =>
    (await searchAudit(admin, AuditQuery.parse(query))).rows.map(
      ({ action, object }) => `${action} ${object}`,
    );
  return { portal, database, clock, admin, henrike, search };
}

describe('searching the audit log', () => {
  it('finds by person, firm, action, object and time, the newest first', async (t) => {
    const { search, henrike } = await arrange(t);
    const name = henrike.actor.kind === 'person' ? henrike.actor.name : '';
    const own = ['order.cancel A-D100001', 'order.place A-D100001'];
    assert.deepEqual(await search({ customer: 'd 100001', action: 'order.' }), own);
    assert.deepEqual(await search({ who: name.toUpperCase(), action: 'order.' }), own);
    assert.deepEqual(await search({ who: 'admin@d100001', action: 'order.' }), own);
    assert.deepEqual(await search({ who: 'Ada Adm', action: 'staff.change' }), ['staff.change 100%_sure']);
    assert.deepEqual(await search({ object: 'A-D100002' }), [
      'order.cancel A-D100002',
      'order.place A-D100002',
    ]);
    assert.deepEqual(await search({ object: 'A-D100001', action: 'order.pl' }), ['order.place A-D100001']);
    assert.equal((await search({ object: 'A-D', from: '2026-11-23', to: '2026-11-23' })).length, 4);
    assert.deepEqual(await search({ object: 'A-D', from: '2026-11-24' }), []);
    assert.deepEqual(await search({ object: 'A-D', to: '2026-11-22' }), []);
    assert.deepEqual(await search({ customer: 'D4711' }), []);
  });

  it('takes signs of the pattern for themselves', async (t) => {
    const { search } = await arrange(t);
    assert.deepEqual(await search({ object: '100%_' }), ['staff.change 100%_sure']);
    const alone: Record<string, string>[] = [
      { object: '%' },
      { object: '_' },
      { action: '%' },
      { object: '\\' },
    ];
    for (const query of alone) assert.deepEqual(await search(query), [], JSON.stringify(query));
  });

  it('leafs by where it stands, also while entries are added', async (t) => {
    const { admin } = await arrange(t);
    const at = (query: object) => searchAudit(admin, AuditQuery.parse({ object: 'A-D', ...query }), 2);
    const first = await at({});
    assert.deepEqual([first.rows.length, first.newer], [2, undefined]);
    const second = await at({ older: String(first.older) });
    assert.deepEqual([second.rows.length, second.older], [2, undefined]);
    const back = await at({ newer: String(second.newer) });
    assert.deepEqual(
      back.rows.map(({ id }) => id),
      first.rows.map(({ id }) => id),
    );
    assert.equal(back.newer, undefined);
  });

  it('is for those who administer the desk', async (t) => {
    const { portal, database, clock, henrike } = await arrange(t);
    const care = await clerkCtx(database, { jobs: portal.services.jobs, now: clock(), roles: ['care'] });
    for (const verb of [
      () => showAudit(care, 1),
      async () => searchAudit(care, AuditQuery.parse({})),
      async () => exportAudit(care, AuditQuery.parse({})),
    ])
      await assertRefused(verb(), 'staff-role-required');
    await assertRefused(showAudit(henrike, 1), 'not-found');
  });
});

describe('the pages of the audit log', () => {
  it('show the list, an entry with what it was before and after, and its seal', async (t) => {
    const { portal, database } = await arrange(t);
    const browser = await clerkAt(portal, 'admin');
    const list = await browser.get('/desk/protokoll?object=A-D100001');
    await assertValidHtml(list.html);
    assert.match(list.text, /order\.cancel/);
    assert.doesNotMatch(list.text, /A-D100002/);
    const entry = await lastAudit(database, 'order.place');
    const page = await browser.get(`/desk/protokoll/${entry?.id}`);
    await assertValidHtml(page.html);
    assert.match(page.text, /Stück\s+1/);
    assert.match(page.text, /Wie gespeichert und versiegelt[\s\S]*"pieces": 1/);
    assert.match(page.text, /noch nicht versiegelt/);
    await database.app.transaction(undefined, (tx) => portal.services.jobs.enqueue(tx, auditSealed, {}));
    await portal.drain();
    assert.doesNotMatch((await browser.get(`/desk/protokoll/${entry?.id}`)).text, /noch nicht versiegelt/);
    for (const id of ['0', '-1', 'x', '999999999', '1e2'])
      assert.equal((await browser.get(`/desk/protokoll/${id}`)).status, 404, id);
  });

  it('bear whatever stands in the address', async (t) => {
    const { portal } = await arrange(t);
    const browser = await clerkAt(portal, 'admin');
    for (const query of [
      'older=x&newer=-1',
      'older=99999999999999999999',
      'from=2026-02-30&to=gestern',
      `who=${'x'.repeat(2000)}`,
      'who=%00%F0%9F%A6%8A&action=%22%3E%3Cscript%3Ealert(1)',
      'who=a&who=b',
    ]) {
      const page = await browser.get(`/desk/protokoll?${query}`);
      assert.equal(page.status, 200, query);
      assert.ok(!page.html.includes('<script>alert'), query);
    }
  });

  it('give the same entries as a table that spreadsheets open', async (t) => {
    const { portal } = await arrange(t);
    const browser = await clerkAt(portal, 'admin');
    const file = await browser.get('/desk/protokoll/csv?object=A-D100001');
    assert.match(file.headers.get('content-disposition') ?? '', /Protokoll\.csv/);
    assert.match(file.headers.get('content-type') ?? '', /text\/csv/);
    assert.match(file.html, /order\.place;A-D100001;;"\{""pieces"":1\}"/);
    assert.doesNotMatch(file.html, /A-D100002/);
  });
});
