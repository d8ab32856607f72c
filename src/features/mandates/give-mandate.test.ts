import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import { berlin } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../test/support/jobs.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { Refused } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import { query } from '../../platform/db/database.ts';
import { giveMandate } from './give-mandate.ts';
import { openIban } from './iban-secret.ts';
import { revokeMandate } from './revoke-mandate.ts';
import { APP_KEY, IBAN, mandateInput, OTHER_IBAN, SIGNING } from './sample.fixture.ts';

const database = await testDatabase();
const jobs = await testJobs(database);
const { owner } = database;
const confirmed = async (options: Partial<Parameters<typeof ctxFor>[0]>): Promise<CustomerCtx> => {
  const ctx = await ctxFor({ db: database.app, jobs, ...options });
  return { ...ctx, confirmedAt: ctx.now };
};
const admin = await confirmed({});
const other = await confirmed({ customer: 'D100002' });

// Nobody takes an entry out of the log, not even its owner; here each test reads what it wrote itself.
await owner.sql('alter table audit_entry disable trigger user');

/** Somebody of a firm that never gave a mandate. */
async function fresh(): Promise<CustomerCtx> {
  await owner.sql('delete from mandate');
  await owner.sql('delete from audit_entry');
  await owner.sql('delete from pgboss.job');
  return admin;
}
const mandatesOf = (ctx: CustomerCtx) =>
  owner.all(
    query
      .selectFrom('mandate')
      .selectAll()
      .where('customer_id', '=', ctx.customer.id)
      .orderBy('running_number'),
  );
const ibanIn = (audited: object | null | undefined) => (audited as { iban?: string } | null)?.iban;
const give = (ctx: CustomerCtx, changes: Record<string, string> = {}) =>
  giveMandate(ctx, mandateInput(changes), SIGNING);

describe('giving a mandate', () => {
  it('keeps a copy of everything that was signed', async () => {
    await fresh();
    const ctx = await confirmed({ customer: 'D100003' });
    assert.deepEqual(await give(ctx), { reference: 'D100003-0001' });
    const [row, ...more] = await mandatesOf(ctx);
    assert.ok(row);
    assert.deepEqual(more, []);
    const { scheme, holder, street, postcode, city, country, place, signature, language } = row;
    assert.deepEqual(
      { scheme, holder, street, postcode, city, country, place, signature, language },
      {
        scheme: 'CORE',
        holder: 'Kanzlei Aydın & Töchter',
        street: 'Uferstraße 1',
        postcode: '10115',
        city: 'Berlin',
        country: 'DE',
        place: 'Berlin',
        signature: 'Ayşe Aydın',
        language: ctx.language,
      },
    );
    assert.deepEqual(
      [row.creditor_id, row.creditor_name, row.text_version, row.client_address, row.user_agent],
      ['DE98ZZZ09999999999', 'Spreebrief Musterpost GmbH', '2026-11', '203.0.113.7', 'Mozilla/5.0 (test)'],
    );
    assert.equal(`${row.given_at}`, `${ctx.now}`);
    assert.equal(row.given_by_name, ctx.actor.kind === 'person' && ctx.actor.name);
    assert.match(row.authorisation, /Spreebrief Musterpost GmbH/);
    assert.deepEqual([row.iban_country, row.iban_last4], ['DE', '3000']);
    assert.equal(openIban(APP_KEY, row.reference, row.iban_sealed), IBAN);
    assert.throws(() => openIban(APP_KEY, 'D100003-0002', row.iban_sealed));
    assert.throws(() => openIban(`${APP_KEY}!`, row.reference, row.iban_sealed));
  });

  it('writes down who did it, with the account number masked, and enqueues the letter', async () => {
    const ctx = await fresh();
    await give(ctx);
    await giveMandate(ctx, mandateInput({ iban: OTHER_IBAN, replaces: 'D100001-0001' }), SIGNING);
    const entries = await owner.all(
      query.selectFrom('audit_entry').selectAll().where('action', 'like', 'mandate.%').orderBy('id'),
    );
    assert.deepEqual(
      entries.map(({ action, object, customer_id }) => [action, object, customer_id]),
      [
        ['mandate.give', 'D100001-0001', ctx.customer.id],
        ['mandate.change', 'D100001-0002', ctx.customer.id],
      ],
    );
    assert.equal(ibanIn(entries[0]?.after), 'DE•• •••• •••• •••• ••30 00');
    assert.equal(ibanIn(entries[1]?.before), 'DE•• •••• •••• •••• ••30 00');
    assert.equal(ibanIn(entries[1]?.after), 'AT•• •••• •••• •••• 3201');
    const letters = (await waitingJobs(database)).filter(({ name }) => name === 'mail.mandate');
    assert.deepEqual(
      letters.map(({ data }) => [data.reference, data.occasion]),
      [
        ['D100001-0001', 'given'],
        ['D100001-0002', 'changed'],
      ],
    );
  });

  it('signs the text of the scheme, in the language of the person', async () => {
    const ctx = await fresh();
    const signed = async (language: 'de' | 'en', scheme: string) => {
      const inForce = (await mandatesOf(ctx)).at(-1)?.reference ?? '';
      await giveMandate({ ...ctx, language }, mandateInput({ scheme, replaces: inForce }), SIGNING);
      const row = (await mandatesOf(ctx)).at(-1);
      return `${row?.authorisation} ${row?.conditions}`;
    };
    assert.match(await signed('de', 'CORE'), /Wir ermächtigen .* innerhalb von acht Wochen/);
    assert.match(await signed('de', 'B2B'), /Wir ermächtigen .* nicht berechtigt, .* Erstattung/);
    assert.match(await signed('en', 'CORE'), /we authorise .* within eight weeks/);
    assert.match(await signed('en', 'B2B'), /we authorise .* not entitled to a refund/);
  });

  it('refuses without the right, and without a fresh proof of identity', async () => {
    await assertUnchanged(database, async () => {
      const staff = await confirmed({ user: 'mitarbeit' });
      await assertRefused(give(staff), { code: 'forbidden', right: 'billing.edit' });
      await assertRefused(give({ ...admin, confirmedAt: undefined }), 'confirmation-required');
      const late = { ...admin, now: admin.now.add({ minutes: 10, nanoseconds: 1 }) };
      await assertRefused(give(late), 'confirmation-required');
    });
  });

  it('lets somebody with the one right do it, and the carrier', async () => {
    await fresh();
    const grants = { isAdmin: false, rights: ['billing.edit'] as const };
    const clerk = await confirmed({ user: 'mitarbeit', grants });
    assert.deepEqual(await give(clerk), { reference: 'D100001-0001' });
    const carrier = carrierCtx({ db: database.app, jobs, customer: clerk.customer });
    const iban = OTHER_IBAN;
    assert.deepEqual(await give(carrier, { iban, replaces: 'D100001-0001' }), { reference: 'D100001-0002' });
  });
});

describe('the fields of a mandate', () => {
  const wrong: [string, string, string, number?][] = [
    ['iban', '', 'required'],
    ['iban', 'DE8937040044053201300', 'iban-length', 22],
    ['iban', 'DE98370400440532013000', 'iban-check-digits'],
    ['iban', 'DE8937O400440532013000', 'iban-characters'],
    ['iban', 'SA0380000000608010167519', 'iban-not-sepa'],
    ['iban', 'XX89370400440532013000', 'iban-country'],
    ['iban', '1'.repeat(10_000), 'too-long', 60],
    ['scheme', 'COR1', 'unknown'],
    ['holder', '  ', 'required'],
    ['holder', 'x'.repeat(71), 'too-long', 70],
    ['holder', 'Фирма 🦊', 'bank-characters'],
    ['street', 'x'.repeat(71), 'too-long', 70],
    ['postcode', 'x'.repeat(17), 'too-long', 16],
    ['city', 'x'.repeat(36), 'too-long', 35],
    ['country', 'US', 'unknown'],
    ['place', '漢字', 'bank-characters'],
    ['signature', '', 'required'],
    ['agreed', '', 'not-agreed'],
    ['agreed', 'off', 'not-agreed'],
  ];
  for (const [field, value, problem, limit] of wrong) {
    it(`${field}: ${problem} for ${JSON.stringify(value.slice(0, 30))}`, async () => {
      await assertRefused(give(admin, { [field]: value }), {
        code: 'invalid',
        fields: [{ field, problem, ...(limit ? { limit } : {}) } as never],
      });
    });
  }

  it('names everything that is missing at once', async () => {
    const refusal = await giveMandate(admin, { key: 'a-key-of-a-form' }, SIGNING).then(
      () => assert.fail('accepted'),
      (error: unknown) =>
        error instanceof Refused && error.refusal.code === 'invalid' ? error.refusal : undefined,
    );
    assert.deepEqual(
      refusal?.fields.map(({ field }) => field),
      ['scheme', 'holder', 'iban', 'street', 'postcode', 'city', 'country', 'place', 'signature', 'agreed'],
    );
  });

  it('stores hostile text as text, without what cannot be seen', async () => {
    const ctx = await fresh();
    await give(ctx, { holder: "\u202eO'Neil\u0000 <script>\u00a0&  \n Söhne" });
    assert.equal((await mandatesOf(ctx))[0]?.holder, "O'Neil <script> & Söhne");
  });

  it('is never locked out by mistakes', async () => {
    const ctx = await fresh();
    for (let time = 0; time < 30; time += 1) await assertRefused(give(ctx, { iban: 'DE00' }), 'invalid');
    assert.deepEqual(await give(ctx), { reference: 'D100001-0001' });
  });
});

describe('one mandate is in force', () => {
  const inForce = (rows: Awaited<ReturnType<typeof mandatesOf>>) =>
    rows.filter(({ ended_at }) => ended_at === null).map(({ reference }) => reference);

  it('another account takes the place of the first, which is kept', async () => {
    const ctx = await fresh();
    await give(ctx);
    const later = { ...ctx, now: ctx.now.add({ minutes: 5 }) };
    await give(later, { iban: OTHER_IBAN, replaces: 'D100001-0001' });
    const rows = await mandatesOf(ctx);
    assert.deepEqual(inForce(rows), ['D100001-0002']);
    assert.deepEqual([rows[0]?.ended_how, `${rows[0]?.ended_at}`], ['replaced', `${later.now}`]);
  });

  it('numbers go on after a revocation; none is given out twice', async () => {
    const ctx = await fresh();
    await give(ctx);
    await revokeMandate(ctx, { reference: 'D100001-0001' });
    assert.deepEqual(await give(ctx), { reference: 'D100001-0002' });
  });

  it('refuses what was already agreed, until it has lapsed', async () => {
    const ctx = await fresh();
    await give(ctx);
    const again = { replaces: 'D100001-0001', iban: 'de89-3704-0044-0532-0130-00' };
    await assertRefused(give(ctx, again), {
      code: 'invalid',
      fields: [{ field: 'iban', problem: 'already-in-force' }],
    });
    const at = (now: Temporal.Instant) => ({ ...ctx, now, confirmedAt: now });
    await assertRefused(give(at(berlin('2029-11-23T23:59:59')), again), 'invalid');
    assert.deepEqual(await give(at(berlin('2029-11-24T00:00')), again), { reference: 'D100001-0002' });
  });

  it('refuses a form that was shown before somebody else changed the mandate', async () => {
    const ctx = await fresh();
    await give(ctx);
    await assertRefused(give(ctx, { iban: OTHER_IBAN }), 'stale');
    await assertRefused(give(ctx, { iban: OTHER_IBAN, replaces: 'D100001-0009' }), 'stale');
    await revokeMandate(ctx, { reference: 'D100001-0001' });
    await assertRefused(give(ctx, { iban: OTHER_IBAN, replaces: 'D100001-0001' }), 'stale');
  });

  it('gives a resend of the same form the first result, and counts it once', async () => {
    const ctx = await fresh();
    const form = mandateInput();
    await giveMandate(ctx, form, SIGNING);
    await assertUnchanged(database, async () => {
      assert.deepEqual(await giveMandate(ctx, form, SIGNING), { reference: 'D100001-0001' });
      await assertRefused(giveMandate(ctx, { ...form, iban: OTHER_IBAN }, SIGNING), 'stale');
    });
  });

  it('lets one of two first mandates through that are given at the same moment', async () => {
    const ctx = await fresh();
    // whoever inserts needs this lock on the customer, so both have read that there is no mandate
    const lock = { sql: 'select from customer where id = $1 for update', values: [ctx.customer.id] };
    const verbs = [IBAN, OTHER_IBAN].map((iban) => () => give(ctx, { iban }));
    const { done, failed } = outcomes(await allAtOnce(database, lock, verbs));
    assert.equal(done.length, 1);
    assert.deepEqual(
      failed.map((error) => error instanceof Refused && error.refusal.code),
      ['stale'],
    );
    assert.deepEqual(inForce(await mandatesOf(ctx)), ['D100001-0001']);
    assert.equal((await waitingJobs(database)).length, 1);
  });

  it('lets one of two changes through that are made at the same moment', async () => {
    const ctx = await fresh();
    await give(ctx);
    const lock = { sql: 'select from mandate for update' };
    const verbs = ['CORE', 'B2B'].map(
      (scheme) => () => give(ctx, { iban: OTHER_IBAN, scheme, replaces: 'D100001-0001' }),
    );
    const { done, failed } = outcomes(await allAtOnce(database, lock, verbs));
    assert.deepEqual(done, [{ reference: 'D100001-0002' }]);
    assert.deepEqual(
      failed.map((error) => error instanceof Refused && error.refusal.code),
      ['stale'],
    );
    assert.equal(inForce(await mandatesOf(ctx)).length, 1);
  });

  it('counts a double click once, also when both arrive at the same moment', async () => {
    const ctx = await fresh();
    const form = mandateInput();
    const lock = { sql: 'select from customer where id = $1 for update', values: [ctx.customer.id] };
    const verbs = [1, 2].map(() => () => giveMandate(ctx, form, SIGNING));
    const { done } = outcomes(await allAtOnce(database, lock, verbs));
    assert.deepEqual(done, [{ reference: 'D100001-0001' }, { reference: 'D100001-0001' }]);
    assert.equal((await mandatesOf(ctx)).length, 1);
  });

  it('does not mix up firms', async () => {
    await fresh();
    await give(other);
    await assertRefused(give(admin, { iban: OTHER_IBAN, replaces: 'D100002-0001' }), 'stale');
    await assertRefused(revokeMandate(admin, { reference: 'D100002-0001' }), 'not-found');
    const rows = await database.app.transaction(admin.customer.id, (tx) =>
      tx.all(query.selectFrom('mandate').select('reference').where('customer_id', '<>', admin.customer.id)),
    );
    assert.deepEqual(rows, []);
  });
});

describe('the database itself', () => {
  it('knows two mandates in force for an error, whoever writes them', async () => {
    const ctx = await fresh();
    await give(ctx);
    await assert.rejects(
      owner.sql(
        `insert into mandate overriding system value
         select (jsonb_populate_record(m, '{"id":99,"running_number":2,"reference":"D100001-0002","submission_key":"another key"}')).*
         from mandate m`,
      ),
      /one_mandate_in_force/,
    );
  });

  it('lets the portal end a mandate, but change nothing of what was signed', async () => {
    const ctx = await fresh();
    await give(ctx);
    for (const column of ['iban_sealed', 'holder', 'scheme', 'authorisation', 'given_at', 'reference']) {
      await assert.rejects(
        database.app.transaction(ctx.customer.id, (tx) => tx.sql(`update mandate set ${column} = ${column}`)),
        /permission denied/,
      );
    }
    await assert.rejects(
      database.app.transaction(ctx.customer.id, (tx) => tx.sql('delete from mandate')),
      /permission denied/,
    );
  });
});
