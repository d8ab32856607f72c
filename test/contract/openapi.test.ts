import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { routes } from '../../src/app.ts';
import { testApp } from '../support/app.ts';
import { type DocumentJson, type OperationJson, readDescription } from './description.ts';
import { apiRoutes } from './program.ts';

const { app } = await testApp();
const { document } = await readDescription(app);

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Every value below a key of this name, wherever it stands. */
function allOf(name: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === name ? [inner] : []),
    ...allOf(name, inner),
  ]);
}

const schemasOf = ({ requestBody, responses, parameters }: OperationJson) => [
  ...Object.values(requestBody?.content ?? {}).map(({ schema }) => schema),
  ...Object.values(responses).flatMap(({ content = {} }) =>
    Object.values(content).map(({ schema }) => schema),
  ),
  ...parameters.map(({ schema }) => schema),
];

describe('the published description', () => {
  it('describes every route under /api/v1 and nothing else', () => {
    const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    const expected = apiRoutes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    assert.deepEqual(described.toSorted(), expected.toSorted());
    for (const { path, method, door, api } of routes.filter((route) => route.path.startsWith('/api/v1'))) {
      assert.equal(door, 'api', `${method} ${path}`);
      assert.ok(api, `${method} ${path}`);
    }
  });

  it('is an OpenAPI 3.1 document with what such a document must have', () => {
    assert.match(document.openapi, /^3\.1\.\d+$/);
    assert.ok(document.info.title && document.info.version);
    for (const { path, operation } of operations) {
      assert.match(path, /^\/api\/v1\//);
      assert.ok(operation.summary, path);
      assert.ok(
        Object.keys(operation.responses).some((status) => /^2\d\d$/.test(status)),
        path,
      );
      for (const [status, response] of Object.entries(operation.responses)) {
        assert.match(status, /^([2-5]\d\d|default)$/);
        assert.ok(response.description, `${path} ${status}`);
      }
    }
    const ids = operations.map(({ operation }) => operation.operationId);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  it('declares every part of a path, and its parameters once', () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
      assert.deepEqual(
        declared.map(({ name }) => name),
        inPath,
        path,
      );
      assert.ok(
        declared.every(({ required }) => required),
        path,
      );
      const names = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      assert.deepEqual(names, [...new Set(names)], path);
    }
  });

  it('refers only to what is there', () => {
    for (const reference of allOf('$ref', document)) {
      const [, name = ''] = /^#\/components\/schemas\/(\w+)$/.exec(String(reference)) ?? [];
      assert.ok(document.components.schemas[name], String(reference));
    }
    assert.deepEqual(allOf('$defs', document), []);
    const schemes = Object.keys(document.components.securitySchemes);
    for (const { operation } of operations) {
      for (const one of operation.security) assert.deepEqual(Object.keys(one), schemes);
    }
  });

  it('holds schemas that can be read back', () => {
    const whole = (schema: unknown) =>
      JSON.parse(
        JSON.stringify({ ...(schema as object), $defs: document.components.schemas }).replaceAll(
          '#/components/schemas/',
          '#/$defs/',
        ),
      );
    for (const { operation } of operations) {
      for (const schema of schemasOf(operation)) assert.doesNotThrow(() => z.fromJSONSchema(whole(schema)));
    }
  });

  it('says of money, instants and dates what they are', () => {
    const fields = [
      ...Object.entries(document.components.schemas),
      ...operations.map(({ path, operation }) => [path, operation] as const),
    ];
    const properties = fields.flatMap(([, value]) => allOf('properties', value)) as Record<
      string,
      { type?: string; format?: string }
    >[];
    for (const [name, schema] of properties.flatMap((object) => Object.entries(object))) {
      // a document may have no sum
      if (/Cents$/.test(name)) assert.equal([schema.type].flat()[0], 'integer', name);
      if (/^(startsAt|endsAt|placedAt|orderBy|expiresAt)$/.test(name))
        assert.equal(schema.format, 'date-time', name);
      if (name === 'date') assert.equal(schema.format, 'date');
    }
    const { order } = {
      order: document.components.schemas.Order as { properties: Record<string, { type: string }> },
    };
    assert.equal(order.properties.netCents?.type, 'integer');
    const list = document.paths['/api/v1/orders']?.get as OperationJson;
    assert.equal(list.parameters.find(({ name }) => name === 'from')?.schema.format, 'date');
  });

  it('tells who may call, and asks for a key where an order must count once', () => {
    const find = (path: string, method: string) => document.paths[path]?.[method] as OperationJson;
    assert.deepEqual(find('/api/v1/session', 'post').security, []);
    assert.deepEqual(find('/api/v1/orders', 'get').security, [{ bearer: [] }]);
    for (const path of ['/api/v1/goods-orders', '/api/v1/pickups']) {
      const key = find(path, 'post').parameters.find(({ name }) => name === 'Idempotency-Key');
      assert.deepEqual([key?.in, key?.required], ['header', true]);
    }
  });

  it('is complete in both languages', async () => {
    const german = (await readDescription(app, 'de')).document;
    const words = (of: DocumentJson) => [...allOf('summary', of), ...allOf('description', of)];
    assert.equal(words(german).length, words(document).length);
    assert.deepEqual(Object.keys(german.paths), Object.keys(document.paths));
    assert.equal(german.paths['/api/v1/session']?.post?.summary, 'Anmelden');
    assert.equal(document.paths['/api/v1/session']?.post?.summary, 'Sign in');
  });
});
