import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../../test/support/app.ts';
import { carrierCtx } from '../../../../test/support/context.ts';
import { addPerson, confirmedCtx, lastAudit } from '../../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import type { CustomerCtx } from '../../../platform/context.ts';
import { query, violatedConstraint } from '../../../platform/db/database.ts';
import { agreeToMainContact } from './agree-to-main-contact.ts';
import { proposeMainContact, withdrawMainContact } from './propose-main-contact.ts';

const SUCCESSOR = 'nachfolge@kanzlei.example';
const proposal = { email: SUCCESSOR, reason: 'Letter on the firm’s paper of 20 November' };

async function stage(t: TestContext) {
  const app = await testApp({}, t);
  const { database, services } = app;
  const admin = await confirmedCtx(database, services.jobs, { email: 'admin@d100001.example' });
  const desk = (clerk: string): CustomerCtx => ({
    ...carrierCtx({ db: database.owner, jobs: services.jobs, customer: admin.customer }),
    actor: { kind: 'carrier', name: clerk },
  });
  const members = () =>
    database.owner.all(
      query
        .selectFrom('membership as m')
        .innerJoin('person as p', 'p.id', 'm.person_id')
        .select(['p.email', 'm.is_admin', 'm.is_main_contact'])
        .where('m.customer_id', '=', admin.customer.id)
        .orderBy('p.id'),
    );
  return { app, database, admin, desk, members };
}

describe('a firm without an administrator', () => {
  it('gets a new main contact when a second clerk agrees, and everybody is told', async (t) => {
    const { app, database, desk, members } = await stage(t);
    await addPerson(database, { email: 'gone@d100001.example', isActive: false });
    const proposalId = await proposeMainContact(desk('Ida Amt'), proposal);
    await app.drain();
    assert.deepEqual(await app.letters(), []);
    await agreeToMainContact(desk('Udo Büro'), { proposalId });
    assert.deepEqual((await lastAudit(database, 'main-contact.agree'))?.after, {
      clerk: 'Udo Büro',
      proposedBy: 'Ida Amt',
    });
    await app.drain();
    const letters = await app.letters();
    assert.deepEqual(letters.map(({ recipient, subject }) => `${recipient}: ${subject}`).toSorted(), [
      'admin@d100001.example: Ihre Firma hat eine neue Hauptansprechperson',
      'mitarbeit@d100001.example: Ihre Firma hat eine neue Hauptansprechperson',
      `${SUCCESSOR}: Einladung ins Kundenportal: Kanzlei am Laternenplatz, Rechtsanwältinnen und Notar PartG mbB`,
    ]);
    const text = letters.find(({ recipient }) => recipient === SUCCESSOR)?.text ?? '';
    const link = /\/einladung\/[\w-]+/.exec(text)?.[0] ?? '';
    const browser = app.client();
    await browser.get(link);
    await browser.submit(link, { name: 'Nora Neu', password: 'drei gelbe Postkisten' });
    assert.deepEqual(
      (await members()).filter(({ is_admin, is_main_contact }) => is_admin || is_main_contact),
      [
        { email: 'admin@d100001.example', is_admin: true, is_main_contact: false },
        { email: SUCCESSOR, is_admin: true, is_main_contact: true },
      ],
    );
  });

  it('is helped at once when the new one acts for it already', async (t) => {
    const { desk, members } = await stage(t);
    const email = 'Mitarbeit@d100001.example';
    const proposalId = await proposeMainContact(desk('Ida Amt'), { ...proposal, email });
    await agreeToMainContact(desk('Udo Büro'), { proposalId });
    assert.deepEqual((await members()).at(-1), {
      email: 'mitarbeit@d100001.example',
      is_admin: true,
      is_main_contact: true,
    });
  });

  it('needs two different clerks, says the rule and says the database', async (t) => {
    const { database, desk } = await stage(t);
    const proposalId = await proposeMainContact(desk('Ida Amt'), proposal);
    await assertUnchanged(database, async () => {
      for (const same of ['Ida Amt', 'ida amt', ' IDA AMT ']) {
        await assertRefused(agreeToMainContact(desk(same), { proposalId }), 'second-clerk-required');
      }
      await assert.rejects(
        database.owner.sql(
          `update main_contact_proposal set agreed_by = 'IDA amt ', agreed_at = now() where id = $1`,
          [proposalId],
        ),
        (error) => violatedConstraint(error) === 'two_clerks',
      );
    });
  });

  it('is the carrier’s business alone', async (t) => {
    const { database, admin, desk } = await stage(t);
    const proposalId = await proposeMainContact(desk('Ida Amt'), proposal);
    const other: CustomerCtx = { ...desk('Udo Büro'), customer: { ...admin.customer, id: 2 } };
    await assertUnchanged(database, async () => {
      await assertRefused(proposeMainContact(admin, proposal), 'not-found');
      await assertRefused(agreeToMainContact(admin, { proposalId }), 'not-found');
      await assertRefused(withdrawMainContact(admin, { proposalId }), 'not-found');
      await assertRefused(agreeToMainContact(other, { proposalId }), 'not-found');
      await assertRefused(proposeMainContact(desk('Udo Büro'), proposal), 'stale');
      await assertRefused(proposeMainContact(desk('Udo Büro'), { ...proposal, reason: '' }), 'invalid');
    });
  });

  it('may be proposed anew after the proposal was withdrawn', async (t) => {
    const { desk } = await stage(t);
    const proposalId = await proposeMainContact(desk('Ida Amt'), proposal);
    await withdrawMainContact(desk('Udo Büro'), { proposalId });
    await assertRefused(agreeToMainContact(desk('Udo Büro'), { proposalId }), 'not-found');
    await proposeMainContact(desk('Udo Büro'), proposal);
  });
});
