import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, it, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { defineJob, handlerFor, migrateJobs, openJobs } from '../src/platform/jobs/jobs.ts';
import { openTracing } from '../src/platform/tracing/index.ts';
import { testApp } from './support/app.ts';
import { clientOf } from './support/client.ts';
import { LOADER } from './support/program.ts';

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number };
}
interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly Attribute[];
  readonly status: { readonly code?: number };
}
interface Batch {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

/** A collector on the loopback address that keeps what it is sent. */
async function collector(t: TestContext, status = 200) {
  const bodies: string[] = [];
  const paths = new Set<string>();
  const server = createServer(async (request, response) => {
    paths.add(`${request.method} ${request.url}`);
    bodies.push(await text(request));
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const batches = () => bodies.map((body) => JSON.parse(body) as Batch).flatMap((one) => one.resourceSpans);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paths,
    all: () => bodies.join('\n'),
    resources: () => batches().flatMap(({ resource }) => resource.attributes),
    spans: () => batches().flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
  };
}

const fact = ({ attributes }: Pick<Span, 'attributes'>, key: string) => {
  const value = attributes.find((one) => one.key === key)?.value;
  return value?.stringValue ?? value?.intValue;
};

/** The portal as it runs with these variables of the environment. */
async function traced(t: TestContext, variables: Record<string, string>) {
  const portal = await testApp({}, t);
  const config = readConfig(variables).traces;
  assert.ok(config);
  const warnings: object[] = [];
  const tracing = await openTracing(config, { warn: (said) => warnings.push(said) });
  const db = openDatabase({ url: portal.database.appUrl, maxConnections: 2, tracing });
  portal.database.onEnd(() => db.close());
  const app = createApp({ ...portal.services, db, tracing });
  return { ...portal, app, db, tracing, warnings, client: () => clientOf(app) };
}

describe('traces', () => {
  it('show a request with its route, its status, and what it asked the database', async (t) => {
    const received = await collector(t);
    const portal = await traced(t, {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${received.url}/`,
      OTEL_SERVICE_NAME: 'portal-of-the-test',
    });
    const browser = portal.client();
    await browser.signIn('D100001', 'admin@d100001.example');
    await browser.get('/auftraege/A-2026-000001');
    await browser.get('/healthz');
    await portal.tracing.close();

    assert.deepEqual([...received.paths], ['POST /v1/traces']);
    assert.equal(fact({ attributes: received.resources() }, 'service.name'), 'portal-of-the-test');
    const spans = received.spans();
    const signedIn = spans.find(({ name }) => name === 'POST /anmelden');
    assert.ok(signedIn);
    assert.equal(fact(signedIn, 'http.route'), '/anmelden');
    assert.equal(fact(signedIn, 'http.response.status_code'), 303);
    assert.match(String(fact(signedIn, 'portal.request_id')), /^[\da-f-]{36}$/);
    const parts = spans.filter(
      ({ traceId, spanId }) => traceId === signedIn.traceId && spanId !== signedIn.spanId,
    );
    const transaction = parts.find(({ name }) => name === 'transaction');
    assert.equal(transaction?.parentSpanId, signedIn.spanId);
    assert.ok(
      parts.some(
        ({ name, parentSpanId }) => name === 'insert session' && parentSpanId === transaction?.spanId,
      ),
    );
    assert.ok(spans.some(({ name }) => name === 'GET /auftraege/:number'));
    assert.ok(!spans.some(({ name }) => name.includes('/healthz')));
  });

  it('hold nothing that belongs to anybody', async (t) => {
    const received = await collector(t);
    const portal = await traced(t, { OTEL_EXPORTER_OTLP_ENDPOINT: received.url });
    const browser = portal.client();
    await browser.signIn('D100001', 'admin@d100001.example');
    await browser.get('/auftraege/A-2026-000001?suche=Geheimnis');
    await browser.get('/konto');
    await portal.tracing.close();
    assert.match(received.all(), /GET \/konto/);
    for (const secret of [/d100001/i, /Henrike/, /A-2026/, /Geheimnis/, /select .* where/i, /\$1/])
      assert.doesNotMatch(received.all(), secret);
  });

  it('mark what failed by its kind, and leave refusals unmarked', async (t) => {
    const received = await collector(t);
    const portal = await traced(t, { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${received.url}/elsewhere` });
    const browser = portal.client();
    await browser.get('/anmelden');
    await browser.submit('/anmelden', {
      customerNumber: 'D100001',
      email: 'a@b.example',
      password: 'wrong one',
    });
    await assert.rejects(
      portal.tracing.trace({ kind: 'job', name: 'job x', facts: {} }, () =>
        portal.db.transaction(undefined, (tx) => tx.sql("select 'Muster GmbH'::integer")),
      ),
    );
    await portal.tracing.close();
    assert.deepEqual([...received.paths], ['POST /elsewhere']);
    assert.doesNotMatch(received.all(), /Muster/);
    const refused = received.spans().find(({ name }) => name === 'POST /anmelden');
    assert.equal(refused?.status.code ?? 0, 0);
    const failed = received.spans().find(({ name }) => name === 'job x');
    assert.equal(failed?.status.code, 2);
    assert.ok(failed && fact(failed, 'error.type'));
  });

  it('show each job by its name, with what it did', async (t) => {
    const received = await collector(t);
    const portal = await traced(t, { OTEL_EXPORTER_OTLP_ENDPOINT: received.url });
    const greet = defineJob<{ word: string }>('test.traced');
    await migrateJobs(portal.database.ownerUrl, [greet]);
    const jobs = await openJobs({
      url: portal.database.appUrl,
      tracing: portal.tracing,
      onError: (error) => assert.fail(error),
    });
    portal.database.onEnd(() => jobs.stop());
    await portal.database.app.transaction(undefined, (tx) => jobs.enqueue(tx, greet, { word: 'Geheimnis' }));
    const handler = handlerFor(greet, async () => {
      await portal.db.transaction(undefined, (tx) => tx.sql('select name from carrier'));
    });
    assert.equal(await jobs.drain([handler]), 1);
    await portal.tracing.close();
    const job = received.spans().find(({ name }) => name === 'job test.traced');
    assert.equal(job && fact(job, 'portal.job'), 'test.traced');
    assert.ok(
      received.spans().some(({ name, traceId }) => name === 'select carrier' && traceId === job?.traceId),
    );
    assert.doesNotMatch(received.all(), /Geheimnis/);
  });

  it('are of the share that is asked for, with all their parts or none', async (t) => {
    const received = await collector(t);
    const portal = await traced(t, {
      OTEL_EXPORTER_OTLP_ENDPOINT: received.url,
      OTEL_TRACES_SAMPLER_ARG: '0',
    });
    assert.equal((await portal.client().get('/anmelden')).status, 200);
    await portal.tracing.close();
    assert.deepEqual(received.spans(), []);
  });

  it('say what happens in timers to no request that has ended', async (t) => {
    const received = await collector(t);
    const portal = await traced(t, { OTEL_EXPORTER_OTLP_ENDPOINT: received.url });
    let later = () => {};
    await portal.tracing.trace({ kind: 'request', name: 'GET /x', facts: {} }, async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      later = resolve;
      void promise.then(() => portal.db.sql('select name from carrier'));
    });
    later();
    await portal.db.sql('select name from carrier');
    await portal.tracing.close();
    assert.deepEqual(
      received.spans().map(({ name }) => name),
      ['GET /x'],
    );
  });

  it('disturb nobody when the collector is away, or takes nothing, which is said', async (t) => {
    const refusing = await collector(t, 400);
    for (const url of [refusing.url, 'http://127.0.0.1:9']) {
      const portal = await traced(t, { OTEL_EXPORTER_OTLP_ENDPOINT: url });
      assert.equal((await portal.client().get('/anmelden')).status, 200);
      await portal.tracing.close();
      // to one that is away the libraries go on trying, longer than the end of the program waits
      if (url === refusing.url) assert.ok(portal.warnings.length > 0);
    }
  });
});

describe('the environment', () => {
  const traces = (variables: Record<string, string>) => readConfig(variables).traces;
  const on = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318' };

  it('switches traces on by naming a collector, and off', () => {
    assert.equal(traces({}), undefined);
    assert.deepEqual(traces(on), {
      url: 'http://collector.example:4318/v1/traces',
      serviceName: 'kundenportal',
      share: 1,
    });
    assert.equal(traces({ ...on, OTEL_SDK_DISABLED: 'true' }), undefined);
    assert.equal(traces({ ...on, OTEL_TRACES_EXPORTER: 'none' }), undefined);
    assert.throws(() => traces({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }), /OTEL_EXPORTER_OTLP_ENDPOINT/);
    assert.throws(() => traces({ ...on, OTEL_TRACES_SAMPLER_ARG: '2' }), /OTEL_TRACES_SAMPLER_ARG/);
  });

  it('that names none keeps the libraries unloaded', async () => {
    const script = `
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ resolve: (name, context, next) => { loaded.push(name); return next(name, context); } });
      await import('./src/commands/open-portal.ts');
      await import('./src/app.ts');
      console.log(JSON.stringify(loaded.filter((name) => /opentelemetry/.test(name))));`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...['--import', LOADER, '--input-type=module', '--eval', script],
    ]);
    // the API alone, which is some kilobytes, comes along with the metrics
    assert.deepEqual(
      (JSON.parse(stdout) as string[]).filter((name) => name !== '@opentelemetry/api'),
      [],
    );
  });
});
