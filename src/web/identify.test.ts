import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../test/support/app.ts';
import { clientOf } from '../../test/support/client.ts';
import { counting } from '../../test/support/statements.ts';
import { createApp } from '../app.ts';

describe('who sends a request', () => {
  it('costs one statement: session, stage, rights, proof, other firms; none for visitors and nonsense', async (t) => {
    const portal = await testApp({}, t);
    const db = counting(portal.services.db);
    const app = createApp({ ...portal.services, db });
    const signedIn = clientOf(app);
    await signedIn.signIn('D100002', 'buero@mehrfach.example');
    // a page that asks the database for nothing itself
    const cost = async (cookie: string) => {
      const browser = clientOf(app);
      browser.cookie = cookie;
      db.taken();
      const page = await browser.get('/impressum');
      assert.equal(page.status, 200);
      return { statements: db.taken(), text: page.text };
    };
    const known = await cost(signedIn.cookie);
    assert.equal(known.statements, 1);
    assert.match(known.text, /D100002 Firma wechseln/);
    assert.equal((await cost('')).statements, 0);
    assert.equal((await cost('kundenportal=nonsense')).statements, 0);
    assert.equal((await cost(`kundenportal=${'a'.repeat(43)}`)).statements, 1);
    // the device cookie is looked at where it counts, and not on every page
    assert.equal((await cost(`${signedIn.cookie}; kundenportal-device=${'b'.repeat(43)}`)).statements, 1);
  });

  it('costs nothing more to guard a right, an administrator’s page or a fresh proof', async (t) => {
    const portal = await testApp({}, t);
    const db = counting(portal.services.db);
    const browser = clientOf(createApp({ ...portal.services, db }));
    await browser.signIn('D100001', 'mitarbeit@d100001.example');
    portal.clock.advance({ minutes: 11 });
    db.taken();
    const refused = await browser.get('/konto/sicherheit/app', { follow: false });
    assert.equal(refused.status, 303);
    assert.equal(db.taken(), 1);
  });
});
