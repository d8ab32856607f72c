import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApp } from '../src/app.ts';
import { openMetrics, serveMetrics } from '../src/platform/metrics/index.ts';
import { testApp } from './support/app.ts';

const TOKEN = 'a-token-of-at-least-16-characters';

describe('/metrics', () => {
  it('does not exist without a token, and lets nobody in with another', async (t) => {
    const plain = await testApp({}, t);
    assert.equal((await plain.app.request('http://portal.test/metrics')).status, 404);
    const portal = await testApp({ services: { metricsToken: TOKEN } }, t);
    const services = { ...portal.services, metrics: openMetrics(portal.database.app) };
    const app = createApp(services);
    const ask = (authorization?: string) =>
      app.request('http://portal.test/metrics', authorization ? { headers: { authorization } } : {});
    for (const wrong of ['', 'Bearer x', `Basic ${TOKEN}`, `Bearer ${TOKEN}x`]) {
      const answer = await ask(wrong);
      assert.equal(answer.status, 401, wrong);
      assert.doesNotMatch(await answer.text(), /portal_jobs/);
    }
    await app.request('http://portal.test/anmelden');
    await app.request('http://portal.test/auftraege/A-2026-000001');
    const answer = await ask(`Bearer ${TOKEN}`);
    assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    const text = await answer.text();
    assert.match(
      text,
      /http_request_duration_seconds_count\{method="GET",route="\/anmelden",status="2xx"\} 1/,
    );
    // the pattern and never the address
    assert.match(text, /route="\/auftraege\/:number"/);
    assert.doesNotMatch(text, /A-2026-000001/);
    assert.match(text, /portal_database_connections\{state="idle"\} \d/);
    assert.match(text, /process_cpu_seconds_total/);
  });

  it('counts what waits in the queue, and says the rest when the database is gone', async (t) => {
    const portal = await testApp({}, t);
    const visitor = portal.client();
    await visitor.get('/passwort-vergessen');
    await visitor.submit('/passwort-vergessen', { email: 'admin@d100001.example' });
    const metrics = openMetrics(portal.database.app);
    metrics.job({ name: 'mail.x', ok: false, seconds: 0.2 });
    const { text } = await metrics.scrape();
    assert.match(text, /portal_jobs\{job="mail\.one-time-password",state="created"\} 1/);
    assert.match(text, /portal_job_duration_seconds_count\{job="mail\.x",outcome="failed"\} 1/);
    const gone = openMetrics({
      ...portal.database.app,
      sql: () => Promise.reject(new Error('no connection')),
    });
    assert.match((await gone.scrape()).text, /process_resident_memory_bytes/);
  });

  it('is served on the loopback address alone', async (t) => {
    const portal = await testApp({}, t);
    const { port, close } = await serveMetrics(openMetrics(portal.database.app), 0);
    t.after(close);
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /portal_database_connections/);
    assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 404);
    assert.equal((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status, 404);
  });
});
