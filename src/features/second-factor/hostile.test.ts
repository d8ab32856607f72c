import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import type { Client } from '../../../test/support/client.ts';
import { giveApp } from '../../../test/support/second-factor.ts';
import { DEMO_PASSWORD } from '../../demo/demo-password.ts';

const HENRIKE = 'admin@d100001.example';
const HOSTILE = [
  "'",
  "' or '1'='1",
  '"><script>alert(1)</script>',
  '\u202egnp.exe\u202c',
  'a\0b',
  '000\u0000000',
  '🦊🐢🍀',
  '\ud800',
  '-11111',
  '٠٠٠٠٠٠',
  'x'.repeat(10_000),
  '',
];

/** Forms that take a code, on the page that shows them, with somebody in front of it. */
const forms: Record<string, { stage: string; page: string; form: string; good: Record<string, string> }> = {
  'the second step': {
    stage: 'second-factor',
    page: '/anmelden/zweiter-schritt',
    form: '/anmelden/zweiter-schritt',
    good: { otp: '000000', trust: '', weiter: '/auftraege', carried: '' },
  },
  'setting up in the middle of signing in': {
    stage: 'enrol',
    page: '/anmelden/einrichten',
    form: '/anmelden/einrichten',
    good: { otp: '000000', weiter: '/auftraege', carried: '' },
  },
  'setting up': {
    stage: 'full',
    page: '/konto/sicherheit/app',
    form: '/konto/sicherheit/app',
    good: { otp: '000000' },
  },
  'the proof of identity': {
    stage: 'full',
    page: '/konto/passwort',
    form: '/konto/bestaetigen',
    good: { password: DEMO_PASSWORD, otp: '000000', weiter: '/auftraege', carried: '' },
  },
  'the proof of identity by passkey': {
    stage: 'full',
    page: '/konto/passwort',
    form: '/konto/bestaetigen/passkey',
    good: { credential: '{}', weiter: '/auftraege', carried: '' },
  },
};

describe('hostile input', () => {
  for (const [name, { stage, page, form, good }] of Object.entries(forms)) {
    it(`in any field of ${name} breaks nothing and proves nothing`, async (t) => {
      const portal = await testApp({}, t);
      const { owner } = portal.database;
      const browser: Client = portal.client();
      await browser.signIn('D100001', HENRIKE);
      await giveApp(portal.database, HENRIKE);
      await owner.sql('update session set stage = $1', [stage]);
      const state = () =>
        owner.sql(
          `select s.stage, s.confirmed_at, encode(s.token_hash, 'hex') as token, t.last_step,
             (select count(*) from recovery_code where used_at is null) as codes,
             (select count(*) from trusted_device) as devices
           from session s, totp t`,
        );
      const before = await state();
      for (const field of Object.keys(good)) {
        for (const value of HOSTILE) {
          // the right code is never among them: whatever comes of a field, it must not be a way in
          await browser.get(page);
          const answer = await browser.post(form, { ...good, [field]: value }, { follow: false });
          const told = `${answer.status} for ${field} = ${JSON.stringify(value.slice(0, 40))}`;
          assert.ok(answer.status < 500, told);
          assert.ok(!answer.html.includes('<script>alert'), told);
          await owner.sql('delete from throttle');
        }
      }
      assert.deepEqual(await state(), before);
    });
  }

  it('as a device cookie is nobody’s device', async (t) => {
    const portal = await testApp({}, t);
    await giveApp(portal.database, HENRIKE);
    for (const value of ['', "'", 'a'.repeat(42), 'a'.repeat(43), 'a'.repeat(10_000), '%00', '"><script>']) {
      const browser = portal.client();
      browser.cookie = `kundenportal-device=${value}`;
      assert.equal(
        (await browser.signIn('D100001', HENRIKE)).address,
        '/anmelden/zweiter-schritt',
        value.slice(0, 20),
      );
      await portal.database.owner.sql('delete from throttle');
    }
  });
});
