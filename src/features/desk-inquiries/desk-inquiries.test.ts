import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { lastAudit } from '../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { clerkAt, clerkCtx } from '../../../test/support/staff.ts';
import { STAFF_ROLES } from '../../domain/staff-roles.ts';
import type { Ctx } from '../../platform/context.ts';
import { askCarrier } from '../help/index.ts';
import { answerInquiry } from './answer-inquiry.ts';
import { assignInquiry } from './assign-inquiry.ts';
import { noteInquiry } from './note-inquiry.ts';
import { InboxQuery } from './schemas.ts';
import { closeInquiry, reopenInquiry } from './settle-inquiry.ts';
import { showDeskInquiry, showInbox } from './show-inbox.ts';

const portal = await testApp();
const { database, services, clock } = portal;
const { owner } = database;
const admin = await ctxFor({ db: services.db, jobs: services.jobs });
const clerk = await clerkCtx(database, {
  jobs: services.jobs,
  now: clock(),
  roles: ['care'],
  name: 'Carla Clerk',
});
const other = await clerkCtx(database, {
  jobs: services.jobs,
  now: clock(),
  roles: ['care'],
  name: 'Otto Other',
});

let visits = 0;
async function ask(asker: Ctx = admin, changes: Record<string, unknown> = {}): Promise<string> {
  visits += 1;
  const { number } = await askCarrier(
    asker,
    { appKey: services.appKey, clientAddress: `198.51.100.${visits % 250}` },
    {
      key: randomUUID(),
      topic: 'order',
      subject: 'Wo bleiben die Kisten?',
      message: 'Sie fehlen.',
      name: 'Vera Visit',
      email: `v${visits}@example.org`,
      ...changes,
    },
  );
  return number;
}
const visitor: Ctx = { ...admin, actor: { kind: 'visitor' }, customer: undefined };
const stateOf = async (number: string) => {
  const [row] = await owner.sql(
    `select state, due_at::text as due, version, assignee_id as assignee,
       (select array_agg(kind order by m.id) from inquiry_message m where m.inquiry_id = i.id) as kinds
     from inquiry i where number = $1`,
    [number],
  );
  return row;
};
const inbox = async (input: Record<string, string> = {}, who: Ctx = clerk) =>
  (await showInbox(who, InboxQuery.parse(input))).rows.map(({ number }) => number);

describe('answering', () => {
  it('settles what was promised, goes out by mail, stands in the portal and in the audit log', async () => {
    const number = await ask();
    await portal.drain();
    await answerInquiry(clerk, { number, version: '1', message: 'Morgen.\n\nVersprochen.' });
    assert.deepEqual(await stateOf(number), {
      state: 'answered',
      due: null,
      version: 2,
      assignee: clerk.staffId,
      kinds: ['question', 'answer'],
    });
    await portal.drain();
    const letter = (await portal.letters()).find(({ subject }) =>
      subject.startsWith(`Antwort auf Ihre Anfrage ${number}`),
    );
    assert.equal(letter?.recipient, 'admin@d100001.example');
    assert.match(
      letter?.text ?? '',
      /Carla Clerk hat Ihre Anfrage beantwortet:\n\nMorgen\.\n\nVersprochen\./,
    );
    const client = portal.client();
    await client.signIn('D100001', 'admin@d100001.example');
    const thread = await client.get(`/hilfe/anfragen/${number}`);
    assert.match(thread.text, /Beantwortet.*Carla Clerk.*Morgen\. Versprochen\./);
    const entry = await lastAudit(database, 'inquiry.answer');
    assert.deepEqual(
      [entry?.object, entry?.customer_id, entry?.actor_name, entry?.after],
      [number, admin.customer.id, 'Carla Clerk', { state: 'answered' }],
    );
  });

  it('reaches a visitor with the answer and the way back', async () => {
    const number = await ask(visitor, { email: 'vera@example.org' });
    await answerInquiry(clerk, { number, version: 1, message: 'Gern.', close: '1' });
    await portal.drain();
    const letter = (await portal.letters()).find(({ subject }) =>
      subject.startsWith(`Antwort auf Ihre Anfrage ${number}`),
    );
    assert.equal(letter?.recipient, 'vera@example.org');
    assert.match(
      letter?.text ?? '',
      /Gern\..*Antworten auf diese E-Mail kommen nicht an\..*http:\/\/portal\.test\/kontakt/s,
    );
    assert.equal((await stateOf(number))?.state, 'closed');
  });

  it('is done by one of two clerks; the second sees it and nothing of theirs is sent', async () => {
    const number = await ask();
    const answer = (who: Ctx, message: string) => answerInquiry(who, { number, version: 1, message });
    const outcomes = await Promise.allSettled([answer(clerk, 'eins'), answer(other, 'zwei')]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await assertRefused(answer(other, 'drei'), 'stale');
    assert.deepEqual((await stateOf(number))?.kinds, ['question', 'answer']);
  });
});

describe('handling', () => {
  it('assigns to a clerk with the role and to nobody else', async () => {
    const number = await ask();
    const dispatcher = await clerkCtx(database, {
      jobs: services.jobs,
      now: clock(),
      roles: ['dispatch'],
      name: 'Dora Dispatch',
    });
    await assignInquiry(clerk, { number, version: 1, assigneeId: `${other.staffId}` });
    assert.equal((await stateOf(number))?.assignee, other.staffId);
    assert.deepEqual((await lastAudit(database, 'inquiry.assign'))?.after, { assignee: 'Otto Other' });
    for (const assigneeId of [dispatcher.staffId, 999_999]) {
      await assertRefused(assignInquiry(clerk, { number, version: 2, assigneeId }), {
        code: 'invalid',
        fields: [{ field: 'assigneeId', problem: 'unknown' }],
      });
    }
    await assignInquiry(clerk, { number, version: 2, assigneeId: '' });
    assert.equal((await stateOf(number))?.assignee, null);
  });

  it('notes for colleagues what the customer never sees', async () => {
    const number = await ask();
    await noteInquiry(clerk, { number, version: 1, note: 'Vorsicht, Stammkunde' });
    const client = portal.client();
    await client.signIn('D100001', 'admin@d100001.example');
    assert.doesNotMatch((await client.get(`/hilfe/anfragen/${number}`)).text, /Vorsicht/);
    const { found } = await showDeskInquiry(clerk, { number });
    assert.deepEqual(found.messages.map(({ kind, body }) => [kind, body]).at(-1), [
      'note',
      'Vorsicht, Stammkunde',
    ]);
  });

  it('closes and opens again, with a line in the thread that the customer reads', async () => {
    const number = await ask();
    await closeInquiry(clerk, { number, version: 1 });
    assert.deepEqual([(await stateOf(number))?.state, (await stateOf(number))?.due], ['closed', null]);
    await assertRefused(closeInquiry(clerk, { number, version: 2 }), 'stale');
    await reopenInquiry(clerk, { number, version: 2 });
    assert.equal((await stateOf(number))?.state, 'open');
    assert.match(`${(await stateOf(number))?.due}`, /^2026-11-23 17:00/);
    const client = portal.client();
    await client.signIn('D100001', 'admin@d100001.example');
    assert.match(
      (await client.get(`/hilfe/anfragen/${number}`)).text,
      /Anfrage abgeschlossen.*Anfrage wieder geöffnet/,
    );
  });

  it('is refused for every other role, for customers, for wrong words and wrong numbers, and changes nothing', async () => {
    const number = await ask();
    const verbs = [answerInquiry, noteInquiry, assignInquiry, closeInquiry, reopenInquiry];
    const good = { number, version: 1, message: 'x', note: 'x', assigneeId: '' };
    const clerks = await Promise.all(
      STAFF_ROLES.filter((role) => role !== 'care' && role !== 'admin').map((role) =>
        clerkCtx(database, { jobs: services.jobs, now: clock(), roles: [role] }),
      ),
    );
    await assertUnchanged(database, async () => {
      for (const verb of verbs) {
        for (const who of clerks)
          await assertRefused(verb(who, good), { code: 'staff-role-required', role: 'care' });
        await assertRefused(verb(admin, good), 'not-found');
        await assertRefused(verb(visitor, good), 'not-found');
        for (const wrong of ['K-2026-999999', 'x', undefined]) {
          await assertRefused(verb(clerk, { ...good, number: wrong }), 'not-found');
        }
        for (const version of ['', 'x', '0', 1.5, null]) {
          await assertRefused(verb(clerk, { ...good, version }), 'invalid');
        }
        await assertRefused(verb(clerk, { ...good, version: 7 }), 'stale');
      }
      for (const message of ['', ' ', 'x'.repeat(5001), undefined, 7]) {
        await assertRefused(answerInquiry(clerk, { ...good, message }), 'invalid');
        await assertRefused(noteInquiry(clerk, { ...good, note: message }), 'invalid');
      }
    });
    for (const who of [...clerks, admin]) {
      await assert.rejects(showInbox(who, InboxQuery.parse({})));
      await assert.rejects(showDeskInquiry(who, { number }));
    }
  });
});

describe('the inbox', () => {
  it('shows what was promised first, on top, and filters', async () => {
    await owner.sql("update inquiry set state = 'closed', due_at = null where state <> 'closed'");
    const late = await ask({ ...admin, now: admin.now.subtract({ hours: 24 * 7 }) });
    const soon = await ask(visitor, {
      subject: 'Login geht nicht',
      topic: 'access',
      email: 'lost@example.org',
    });
    const handled = await ask();
    await assignInquiry(clerk, { number: handled, version: 1, assigneeId: clerk.staffId });
    const done = await ask();
    await answerInquiry(other, { number: done, version: 1, message: 'x' });
    assert.deepEqual(await inbox(), [late, soon, handled]);
    assert.deepEqual(await inbox({ overdue: '1' }), [late]);
    assert.deepEqual(await inbox({ assignee: 'me' }), [handled]);
    assert.deepEqual(await inbox({ assignee: 'me' }, other), []);
    assert.deepEqual(await inbox({ assignee: 'nobody' }), [late, soon]);
    assert.deepEqual(await inbox({ topic: 'access' }), [soon]);
    assert.deepEqual(await inbox({ state: 'answered' }), [done]);
    for (const search of ['LOST@example', 'login', soon, soon.toLowerCase(), 'Vera']) {
      assert.deepEqual(await inbox({ search }), [soon], search);
    }
    assert.deepEqual(await inbox({ search: 'd 100001' }), [late, handled]);
    for (const search of ['%', '_', '\\', "'; drop table inquiry; --"]) {
      assert.deepEqual(await inbox({ search }), [], search);
    }
    const { counts } = await showInbox(clerk, InboxQuery.parse({}));
    assert.deepEqual(counts, { open: 3, overdue: 1, unassigned: 2 });
  });

  it('pages by place, nothing twice and nothing missing', async () => {
    const busy = await ctxFor({ db: services.db, jobs: services.jobs, customer: 'D100003' });
    await owner.sql(
      `insert into inquiry (number, customer_id, form_key, body_hash, topic, subject, language, due_at, created_at, last_at)
       select 'K-2025-' || lpad(n::text, 6, '0'), $1, 'test-key-' || n, '', 'other', 'x', 'de',
         timestamptz '2027-01-01' + n / 3 * interval '1 second', now(), now() from generate_series(1, 120) n`,
      [busy.customer.id],
    );
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const found = await showInbox(clerk, InboxQuery.parse({ topic: 'other', ...(after ? { after } : {}) }));
      seen.push(...found.rows.map(({ number }) => number));
      after = found.after;
    } while (after);
    assert.equal(seen.length, 120);
    assert.equal(new Set(seen).size, 120);
    await owner.sql("delete from inquiry where number like 'K-2025-%'");
  });

  it('survives whatever stands in its address', async () => {
    const client = await clerkAt(portal, 'care');
    for (const name of ['state', 'assignee', 'topic', 'overdue', 'search', 'after']) {
      for (const value of [
        '',
        "'",
        '%00',
        '<script>alert(1)</script>',
        'x'.repeat(5000),
        '99999999999999999-1',
      ]) {
        const page = await client.get(`/desk/anfragen?${new URLSearchParams({ [name]: value })}`);
        assert.equal(page.status, 200, `${name}=${value.slice(0, 20)}`);
        assert.doesNotMatch(page.html, /<script>alert/);
      }
    }
  });
});

describe('the pages of the inbox', () => {
  it('show a question of a visitor as unproved, take an answer and keep what a second clerk typed', async () => {
    clock.set('2026-11-23T10:00');
    const number = await ask(visitor, { customerNumber: 'D100001', subject: '<b>Hallo</b>' });
    const first = await clerkAt(portal, 'care');
    const second = await clerkAt(portal, 'care');
    const page = await first.get(`/desk/anfragen/${number}`);
    assert.match(page.text, /nicht geprüft.*Genannte Kundennummer D100001/s);
    assert.doesNotMatch(page.html, /<b>Hallo/);
    await assertValidHtml(page.html);
    await second.get(`/desk/anfragen/${number}`);
    assert.match((await first.submit(/antworten$/, { message: 'Erste' })).text, /Die Antwort ist unterwegs/);
    const stale = await second.submit(/antworten$/, { message: 'Zweite Antwort' });
    assert.equal(stale.status, 409);
    assert.match(
      stale.text,
      /Jemand anderes hat diese Anfrage inzwischen bearbeitet.*Erste.*Zweite Antwort/s,
    );
    await assertValidHtml(stale.html);
    // having seen the new state, they may go on
    assert.equal((await second.submit(/antworten$/, {})).status, 200);
    assert.match((await second.get('/desk/anfragen?state=answered')).text, new RegExp(number));
  });

  it('say what is missing', async () => {
    const number = await ask();
    const client = await clerkAt(portal, 'care');
    await client.get(`/desk/anfragen/${number}`);
    const page = await client.submit(/antworten$/, { message: '' });
    assert.equal(page.status, 422);
    assert.match(page.text, /Antwort: /);
  });
});
