import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../../test/support/app.ts';
import { assertValidHtml } from '../../../../test/support/html.ts';
import { lastAudit } from '../../../../test/support/people.ts';
import { assertRefused } from '../../../../test/support/refused.ts';
import { clerkAt, clerkCtx } from '../../../../test/support/staff.ts';
import { resendMail } from './resend-mail.ts';

const HENRIKE = 'admin@d100001.example';

/** Somebody has asked for a one-time password, and its letter has gone out or not. */
async function arrange(t: TestContext, smtpUrl?: string) {
  const portal = await testApp(smtpUrl ? { smtpUrl } : {}, t);
  const { database, clock, services } = portal;
  const visitor = portal.client();
  await visitor.get('/passwort-vergessen');
  await visitor.submit('/passwort-vergessen', { email: HENRIKE });
  const care = await clerkCtx(database, {
    jobs: services.jobs,
    now: clock(),
    roles: ['care'],
    name: 'Ida Amt',
  });
  const mails = () =>
    database.owner.sql<{ id: number; sent_at: unknown; attempts: number; last_error: string | null }>(
      'select id, sent_at, attempts, last_error from mail order by id',
    );
  return { portal, database, care, mails, clock };
}

describe('the mailbox of the desk', () => {
  it('shows what was sent, to whom and when, and searches it', async (t) => {
    const { portal } = await arrange(t);
    await portal.drain();
    const browser = await clerkAt(portal, 'care');
    const list = await browser.get('/desk/postfach?recipient=ADMIN@d1');
    await assertValidHtml(list.html);
    assert.match(list.text, /admin@d100001\.example.*verschickt/);
    assert.match((await browser.get('/desk/postfach?recipient=%25')).text, /Keine E-Mails gefunden/);
    assert.match((await browser.get('/desk/postfach?state=failed')).text, /Keine E-Mails gefunden/);
    for (const query of ['state=lost', 'older=x', 'newer=-1', `recipient=${'x'.repeat(999)}`])
      assert.equal((await browser.get(`/desk/postfach?${query}`)).status, 200, query);
  });

  it('sends a letter again with a new one-time password, once, and writes down who did', async (t) => {
    const { portal, database, care, mails } = await arrange(t);
    await portal.drain();
    const [first] = await mails();
    const browser = await clerkAt(portal, 'care');
    const page = await browser.get(`/desk/postfach/${first?.id}`);
    await assertValidHtml(page.html);
    assert.match(page.text, /mail\.one-time-password, erledigt/);
    assert.match((await browser.submit(/postfach/)).text, /noch einmal unterwegs/);
    await assertRefused(resendMail(care, { mailId: first?.id ?? 0 }), 'request-pending');
    await portal.drain();
    const letters = (await portal.letters()).filter(({ recipient }) => recipient === HENRIKE);
    assert.equal(letters.length, 2);
    assert.notEqual(letters[0]?.text, letters[1]?.text);
    assert.equal((await lastAudit(database, 'mail.resend'))?.object, HENRIKE);
  });

  it('keeps why a letter did not go out, and tries it again', async (t) => {
    // a port of this machine on which nobody listens
    const { portal, database, care, mails } = await arrange(t, 'smtp://127.0.0.1:1');
    await assert.rejects(portal.drain());
    const [mail] = await mails();
    assert.deepEqual([mail?.sent_at, mail?.attempts], [null, 1]);
    assert.match(mail?.last_error ?? '', /ECONNREFUSED/);
    const browser = await clerkAt(portal, 'care');
    assert.match((await browser.get('/desk/postfach?state=failed')).text, /nicht verschickt/);
    assert.match((await browser.get(`/desk/postfach/${mail?.id}`)).text, /ECONNREFUSED/);
    await assertRefused(resendMail(care, { mailId: mail?.id ?? 0 }), 'request-pending');
    await database.owner.sql("update pgboss.job set state = 'failed' where name = 'mail.one-time-password'");
    await resendMail(care, { mailId: mail?.id ?? 0 });
    const [job] = await database.owner.sql<{ state: string }>(
      "select state::text as state from pgboss.job where name = 'mail.one-time-password'",
    );
    assert.equal(job?.state, 'retry');
  });

  it('offers nothing once the cause is gone, and is for customer care only', async (t) => {
    const { portal, database, care, mails, clock } = await arrange(t);
    await portal.drain();
    const [mail] = await mails();
    await database.owner.sql('delete from pgboss.job');
    const browser = await clerkAt(portal, 'care');
    assert.match((await browser.get(`/desk/postfach/${mail?.id}`)).text, /nicht mehr gespeichert/);
    await assertRefused(resendMail(care, { mailId: mail?.id ?? 0 }), 'not-found');
    await assertRefused(resendMail(care, { mailId: 999_999 }), 'not-found');
    const billing = await clerkCtx(database, {
      jobs: portal.services.jobs,
      now: clock(),
      roles: ['billing'],
    });
    await assertRefused(resendMail(billing, { mailId: mail?.id ?? 0 }), 'staff-role-required');
    for (const id of ['0', 'x', '-1', '999999'])
      assert.equal((await browser.get(`/desk/postfach/${id}`)).status, 404, id);
  });
});
