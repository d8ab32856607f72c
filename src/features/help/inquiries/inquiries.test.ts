import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { testApp } from '../../../../test/support/app.ts';
import { ctxFor } from '../../../../test/support/context.ts';
import { idsOf, pickupInput } from '../../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { giveApp } from '../../../../test/support/second-factor.ts';
import type { Ctx } from '../../../platform/context.ts';
import { bookPickup } from '../../pickups/index.ts';
import { ADDRESS_LIMIT, askCarrier, MAIL_LIMIT, PERSON_LIMIT } from './ask-carrier.ts';
import { replyToCarrier } from './reply-to-carrier.ts';
import { showInquiries, showInquiry } from './show-inquiries.ts';

const portal = await testApp();
const { database, services, clock } = portal;
const { owner } = database;
const shared = { db: services.db, jobs: services.jobs };
const admin = await ctxFor(shared);
const colleague = await ctxFor({ ...shared, user: 'mitarbeit' });
const stranger = await ctxFor({ ...shared, customer: 'D100002' });
const visitor: Ctx = {
  ...admin,
  actor: { kind: 'visitor' },
  customer: undefined,
  grants: { isAdmin: false, rights: [] },
};

let visits = 0;
/** Every call from another address, so that only what is meant to runs into a limit. */
const visit = () => {
  visits += 1;
  return { appKey: services.appKey, clientAddress: `192.0.2.${visits % 250}` };
};
const question = (changes: Record<string, unknown> = {}) => ({
  key: randomUUID(),
  topic: 'order',
  subject: 'Wo bleiben die Kisten?',
  message: 'Guten Tag,\n\nsie sollten gestern kommen.',
  ...changes,
});
const visitorQuestion = (changes: Record<string, unknown> = {}) =>
  question({
    name: 'Vera Visit',
    email: `vera${randomUUID()}@example.org`,
    customerNumber: 'D100001',
    ...changes,
  });

const row = async (number: string) => {
  const [found] = await owner.sql(
    `select c.number as firm, i.name, i.email, i.topic, i.state, o.number as order,
       (select array_agg(kind order by m.id) from inquiry_message m where m.inquiry_id = i.id) as kinds
     from inquiry i left join customer c on c.id = i.customer_id left join service_order o on o.id = i.order_id
     where i.number = $1`,
    [number],
  );
  return found;
};
const counts = async () =>
  owner.sql('select (select count(*) from inquiry) as asked, (select count(*) from inquiry_message) as said');

describe('a question of somebody signed in', () => {
  it('belongs to the firm and the person, names an order, is confirmed by a letter and written to the audit log', async () => {
    const [order] = await bookPickup(admin, pickupInput(await idsOf(database)));
    const { number } = await askCarrier(admin, visit(), question({ order: order?.number }));
    assert.match(number, /^K-2026-\d{6}$/);
    assert.deepEqual(await row(number), {
      firm: 'D100001',
      name: null,
      email: null,
      topic: 'order',
      state: 'open',
      order: order?.number,
      kinds: ['question'],
    });
    await portal.drain();
    const letter = (await portal.letters()).find(({ subject }) => subject.includes(number));
    assert.equal(letter?.recipient, 'admin@d100001.example');
    // Monday at ten, eight hours of service
    assert.match(letter?.text ?? '', /bis Mo\., 23\.11\.2026, 18:00 Uhr/);
    assert.match(letter?.text ?? '', new RegExp(`http://portal.test/hilfe/anfragen/${number}`));
    const [entry] = await owner.sql(
      "select action, person_id is not null as by_person, after from audit_entry where object = $1 and action = 'inquiry.ask'",
      [number],
    );
    assert.deepEqual(entry, { action: 'inquiry.ask', by_person: true, after: { topic: 'order' } });
  });

  it('is one, however often the form is sent, also at once', async () => {
    const asked = question();
    const before = await counts();
    const numbers = await Promise.all([1, 2, 3].map(() => askCarrier(admin, visit(), asked)));
    numbers.push(await askCarrier(admin, visit(), asked));
    assert.equal(new Set(numbers.map(({ number }) => number)).size, 1);
    const after = await counts();
    assert.equal(Number(after[0]?.asked), Number(before[0]?.asked) + 1);
    await assertRefused(askCarrier(admin, visit(), { ...asked, message: 'anders' }), 'key-reused');
    await assertRefused(askCarrier(stranger, visit(), asked), 'key-reused');
  });

  it('names only an order of the own firm', async () => {
    const [address] = await owner.sql('select id from address where customer_id = $1 and is_pickup limit 1', [
      stranger.customer.id,
    ]);
    const addressId = `${address?.id}`;
    const [order] = await bookPickup(stranger, { ...pickupInput(await idsOf(database)), addressId });
    for (const named of [order?.number, 'A-2026-999999', 'x']) {
      await assertRefused(askCarrier(admin, visit(), question({ order: named })), {
        code: 'invalid',
        fields: [{ field: 'order', problem: 'unknown' }],
      });
    }
  });

  it('is limited per hour', async () => {
    const busy = await ctxFor({ ...shared, customer: 'D100003' });
    for (let asked = 0; asked < PERSON_LIMIT.hits; asked += 1) await askCarrier(busy, visit(), question());
    await assertRefused(askCarrier(busy, visit(), question()), 'too-many-attempts');
  });
});

describe('a question of a visitor', () => {
  it('belongs to no firm, whatever number it names, and is confirmed without its words', async () => {
    const { number } = await askCarrier(visitor, visit(), visitorQuestion({ email: 'vera@example.org' }));
    assert.deepEqual(await row(number), {
      firm: null,
      name: 'Vera Visit',
      email: 'vera@example.org',
      topic: 'order',
      state: 'open',
      order: null,
      kinds: ['question'],
    });
    await portal.drain();
    const letter = (await portal.letters()).find(({ subject }) => subject.includes(number));
    assert.equal(letter?.recipient, 'vera@example.org');
    assert.doesNotMatch(`${letter?.subject}${letter?.text}${letter?.html}`, /Kisten|gestern|D100001/);
  });

  it('is not readable by anybody of the firm that it names', async () => {
    const { number } = await askCarrier(visitor, visit(), visitorQuestion());
    await assertRefused(showInquiry(admin, { number }), 'not-found');
  });

  it('cannot name an order', async () => {
    const [order] = await bookPickup(admin, pickupInput(await idsOf(database)));
    const { number } = await askCarrier(visitor, visit(), visitorQuestion({ order: order?.number }));
    assert.equal((await row(number))?.order, null);
  });

  it('is limited per address and per mailbox, known or not', async () => {
    const here = visit();
    for (let asked = 0; asked < ADDRESS_LIMIT.hits; asked += 1)
      await askCarrier(visitor, here, visitorQuestion());
    await assertRefused(askCarrier(visitor, here, visitorQuestion()), 'too-many-attempts');
    for (const email of ['admin@d100001.example', 'nobody@example.org']) {
      for (let asked = 0; asked < MAIL_LIMIT.hits; asked += 1) {
        await askCarrier(visitor, visit(), visitorQuestion({ email }));
      }
      await assertRefused(askCarrier(visitor, visit(), visitorQuestion({ email })), 'too-many-attempts');
    }
  });
});

describe('what is asked', () => {
  const FIELDS: Record<string, readonly unknown[]> = {
    key: [undefined, '', 'short', 'x'.repeat(101), 7],
    topic: [undefined, '', 'pizza', 7],
    subject: [undefined, '', ' ', '\u200b', 'x'.repeat(151), 7],
    message: [undefined, '', '\n', 'x'.repeat(5001), null],
    phone: ['1'.repeat(61)],
  };
  for (const [field, values] of Object.entries(FIELDS)) {
    it(`is refused with a wrong ${field}, and nothing is written`, async () => {
      await assertUnchanged(database, async () => {
        for (const value of values) {
          await assertRefused(askCarrier(admin, visit(), question({ [field]: value })), 'invalid');
          await assertRefused(askCarrier(visitor, visit(), visitorQuestion({ [field]: value })), 'invalid');
        }
      });
    });
  }

  it('may be as long as the field allows, in letters of any script', async () => {
    await askCarrier(admin, visit(), question({ subject: '📮'.repeat(150), message: 'ß'.repeat(5000) }));
  });
});

describe('a thread', () => {
  const thread = async (who = colleague) => (await askCarrier(who, visit(), question())).number;

  it('is read by whoever asked and by the administrators, and by nobody else', async () => {
    const ofColleague = await thread();
    const ofAdmin = await thread(admin);
    assert.equal((await showInquiry(colleague, { number: ofColleague })).messages.length, 1);
    assert.equal((await showInquiry(admin, { number: ofColleague })).messages.length, 1);
    await assertRefused(showInquiry(colleague, { number: ofAdmin }), 'not-found');
    await assertRefused(showInquiry(stranger, { number: ofAdmin }), 'not-found');
    const own = await showInquiries(colleague, undefined);
    assert.ok(own.rows.every(({ personId }) => personId === own.rows[0]?.personId));
    assert.ok((await showInquiries(admin, undefined)).rows.some(({ number }) => number === ofColleague));
    assert.deepEqual((await showInquiries(stranger, undefined)).rows, []);
  });

  it('goes on with a reply, which opens it again and promises an answer', async () => {
    const number = await thread();
    await owner.sql("update inquiry set state = 'closed', due_at = null where number = $1", [number]);
    await replyToCarrier(colleague, services, { number, message: 'Noch etwas.' });
    const { inquiry, messages } = await showInquiry(colleague, { number });
    assert.deepEqual(
      [inquiry.state, inquiry.version, messages.map(({ kind }) => kind), `${inquiry.dueAt}`],
      ['open', 2, ['question', 'reply'], '2026-11-23T17:00:00Z'],
    );
  });

  it('keeps what was promised when a reply comes before the answer', async () => {
    const number = await thread();
    const [{ due } = { due: '' }] = await owner.sql(
      'select due_at::text as due from inquiry where number = $1',
      [number],
    );
    const later = { ...colleague, now: colleague.now.add({ hours: 5 }) };
    await replyToCarrier(later, services, { number, message: 'Es eilt.' });
    const [{ due: still } = { due: '' }] = await owner.sql(
      'select due_at::text as due from inquiry where number = $1',
      [number],
    );
    assert.equal(still, due);
  });

  it('takes no reply from anybody else, none for a number that is none, and none without words', async () => {
    const number = await thread(admin);
    const before = await counts();
    await assertUnchanged(database, () =>
      assertRefused(replyToCarrier(colleague, services, { number, message: '' }), 'invalid'),
    );
    for (const wrong of ['K-2026-999999', "K' or 1=1", '', undefined]) {
      await assertRefused(replyToCarrier(admin, services, { number: wrong, message: 'x' }), 'not-found');
    }
    await assertRefused(replyToCarrier(colleague, services, { number, message: 'x' }), 'not-found');
    await assertRefused(replyToCarrier(stranger, services, { number, message: 'x' }), 'not-found');
    assert.deepEqual(await counts(), before);
  });

  it('never shows what the desk keeps to itself, whatever is asked of the database', async () => {
    const number = await thread(admin);
    await owner.sql(
      `insert into inquiry_message (inquiry_id, at, kind, body)
       select id, now(), 'note', 'schwierig' from inquiry where number = $1`,
      [number],
    );
    const seen = await services.db.transaction(admin.customer.id, (tx) =>
      tx.sql('select body from inquiry_message'),
    );
    assert.ok(seen.length > 0 && seen.every(({ body }) => body !== 'schwierig'));
    for (const kind of ['note', 'answer', 'event', 'question']) {
      await assert.rejects(
        services.db.transaction(admin.customer.id, (tx) =>
          tx.sql(
            "insert into inquiry_message (inquiry_id, at, kind, body) select id, now(), $2, 'x' from inquiry where number = $1",
            [number, kind],
          ),
        ),
        { code: '42501' },
      );
    }
  });
});

describe('the pages', () => {
  it('take a question of a visitor and say the same whether the firm exists', async () => {
    const answers = [];
    for (const customerNumber of ['D100001', 'D999999', 'keine Ahnung', '']) {
      const client = portal.client();
      await client.get('/kontakt');
      const page = await client.submit('/kontakt', {
        ...visitorQuestion({ customerNumber, email: `v${randomUUID()}@example.org` }),
        _key: randomUUID(),
      } as Record<string, string>);
      answers.push(`${page.status} ${page.address} ${page.text}`);
    }
    assert.equal(new Set(answers).size, 1);
    assert.match(answers[0] ?? '', /^200 \/kontakt\/gesendet .*angekommen/);
  });

  it('swallow what a program fills in', async () => {
    const client = portal.client();
    await client.get('/kontakt');
    const before = await counts();
    const page = await client.submit('/kontakt', {
      ...visitorQuestion(),
      betreff2: 'https://spam.example',
    } as Record<string, string>);
    assert.equal(page.address, '/kontakt/gesendet');
    assert.deepEqual(await counts(), before);
  });

  it('keep what was typed when something is missing, and say what', async () => {
    const client = portal.client();
    await client.get('/kontakt');
    const page = await client.submit('/kontakt', {
      ...visitorQuestion({ email: 'keine', subject: '<script>alert(1)</script>' }),
      message: '',
    } as Record<string, string>);
    assert.equal(page.status, 422);
    assert.match(page.text, /Ihre E-Mail-Adresse: .*Ihre Nachricht: /);
    assert.match(page.html, /value="&lt;script>alert\(1\)|value="&lt;script&gt;alert\(1\)/);
    assert.doesNotMatch(page.html, /<script>alert/);
  });

  it('take a question of a user with an order, show the thread and take a reply', async () => {
    const [order] = await bookPickup(admin, pickupInput(await idsOf(database), { slot: '2026-12-01T10:00' }));
    const client = portal.client();
    await client.signIn('D100001', 'admin@d100001.example');
    const form = await client.get(`/kontakt?auftrag=${order?.number}`);
    assert.match(form.html, new RegExp(`<option value="${order?.number}" selected`));
    const thread = await client.submit('/kontakt', {
      subject: 'Zur Abholung',
      message: 'Zeile eins\nZeile zwei',
      topic: 'pickup',
      order: order?.number ?? '',
    });
    assert.match(thread.address, /^\/hilfe\/anfragen\/K-2026-\d{6}\?ok=asked$/);
    assert.match(thread.text, /Zur Abholung.*Wartet auf unsere Antwort.*Zeile eins Zeile zwei/);
    assert.match(thread.text, new RegExp(order?.number ?? 'x'));
    const empty = await client.submit(/anfragen\/K/, { message: '' });
    assert.equal(empty.status, 422);
    const replied = await client.submit(/anfragen\/K/, { message: 'Danke schon einmal' });
    assert.match(replied.text, /Ihre Nachricht ist angekommen.*Danke schon einmal/);
    // the session has ended by then
    clock.set('2026-11-24T10:01');
    await client.signIn('D100001', 'admin@d100001.example');
    assert.match((await client.get(replied.address)).text, /Die versprochene Zeit ist leider vorbei/);
    clock.set('2026-11-23T10:00');
  });

  it('ask somebody as a visitor who is only in the middle of signing in', async () => {
    await giveApp(database, 'admin@d100002.example');
    const client = portal.client();
    const step = await client.signIn('D100002', 'admin@d100002.example');
    assert.match(step.address, /zweiter-schritt/);
    const form = await client.get('/kontakt');
    assert.match(form.html, /name="email"/);
    assert.doesNotMatch(form.html, /name="order"/);
    const sent = await client.submit('/kontakt', visitorQuestion() as Record<string, string>);
    assert.equal(sent.address, '/kontakt/gesendet');
  });
});
