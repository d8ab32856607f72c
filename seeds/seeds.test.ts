import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseCustomerNumber } from '../src/domain/customer-number.ts';
import { RIGHTS } from '../src/domain/rights.ts';
import { longestPrefix } from '../src/domain/zones/index.ts';

// biome-ignore lint/suspicious/noExplicitAny: the loader owns the shape; here only the references are followed
const read = (file: string): any => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
const { pools, services } = read('services.json');
const { products } = read('products.json');
const { customers } = read('customers.json');
const { zones } = read('zones.json');

const byCode = <T extends { code: string }>(list: readonly T[]) =>
  new Map(list.map((one) => [one.code, one]));
const poolOf = byCode<{ code: string; windows: { starts: string }[] }>(pools);
const zoneOf = byCode<{
  code: string;
  postcodes: string[];
  rounds: Record<string, { weekdays: number[]; starts: string }[]>;
}>(zones);
const prefixes = [...zoneOf.values()].flatMap(({ code, postcodes }) =>
  postcodes.map((prefix) => ({ prefix, zone: code })),
);
const serviceOf = byCode<{ code: string; pool: string; cancelRule: { kind: string } }>(services);
const productOf = byCode<{ code: string; service: string; maxPerOrder: number }>(products);

describe('the sample data fit together', () => {
  it('codes are unique and lead somewhere', () => {
    assert.equal(poolOf.size, pools.length);
    assert.equal(serviceOf.size, services.length);
    assert.equal(productOf.size, products.length);
    for (const { pool } of services) assert.ok(poolOf.has(pool), pool);
    assert.equal(new Set(prefixes.map(({ prefix }) => prefix)).size, prefixes.length);
    const byZone = pools
      .filter((pool: { byZone?: boolean }) => pool.byZone)
      .map(({ code }: { code: string }) => code);
    for (const { code, rounds } of zoneOf.values()) assert.deepEqual(Object.keys(rounds), byZone, code);
    for (const { service } of products) assert.ok(serviceOf.has(service), service);
  });

  it('every text exists in both languages', () => {
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('de' in value || 'en' in value) {
        const { de, en } = value as Record<string, unknown>;
        assert.ok(typeof de === 'string' && de && typeof en === 'string' && en, path);
      }
      for (const [key, child] of Object.entries(value)) visit(child, `${path}.${key}`);
    };
    for (const file of [
      'carrier',
      'services',
      'products',
      'zones',
      'mail-products',
      'sites',
      'couriers',
      'courier-rides',
      'drop-offs',
      'holidays',
      'customers',
    ]) {
      const content = read(`${file}.json`);
      assert.match(content.note, /sample/i);
      visit(content, file);
    }
  });

  it('a surcharge stands before what it belongs to, and every product of the post has a price with its first VAT', () => {
    const { products: mail } = read('mail-products.json');
    const before = new Set<string>();
    for (const { code, surcharge, prices, vat } of mail) {
      assert.ok(surcharge === null || before.has(surcharge), code);
      assert.ok(!before.has(code), code);
      before.add(code);
      assert.equal(prices[0].validFrom, vat[0].validFrom, code);
    }
  });

  for (const customer of customers) {
    it(`${customer.number} has people, addresses and orders that can exist`, () => {
      assert.equal(parseCustomerNumber(customer.number), customer.number);
      const mails = customer.users.map((user: { email: string }) => user.email);
      const mainContacts = customer.users.filter((user: { isMainContact: boolean }) => user.isMainContact);
      // a firm without people is there to be registered
      assert.equal(mainContacts.length, customer.users.length > 0 ? 1 : 0);
      for (const user of customer.users) for (const right of user.rights) assert.ok(RIGHTS.includes(right));

      for (const order of customer.orders) {
        const codes = new Set(
          order.lines.map((line: { product: string }) => productOf.get(line.product)?.service),
        );
        assert.equal(codes.size, 1, 'one order, one service');
        const service = serviceOf.get([...codes].join());
        assert.ok(service);
        for (const { product, quantity } of order.lines) {
          assert.ok(quantity >= 1 && quantity <= (productOf.get(product)?.maxPerOrder ?? 0));
        }

        const address = customer.addresses.find(({ label }: { label: string }) => label === order.address);
        assert.ok(address?.kinds.includes(service.pool), `${order.address} is no ${service.pool} address`);
        const zone = zoneOf.get(longestPrefix(address.postcode, prefixes) ?? '');
        const windows = zone?.rounds[service.pool]?.filter(({ starts }) => starts === order.windowStarts);
        // on whichever business day it falls
        for (const day of [1, 2, 3, 4, 5])
          assert.ok(
            windows?.some(({ weekdays }) => weekdays.includes(day)),
            `${order.address} ${order.windowStarts} on ${day}`,
          );
        assert.ok(customer.costCentres.some(({ code }: { code: string }) => code === order.costCentre));
        assert.ok(mails.includes(order.placedBy));

        // Placed in time on whatever day and hour the sample is loaded, and done only if it lies behind.
        const final = service.cancelRule.kind === 'final';
        const lead = order.placedBusinessDaysAgo + order.serviceBusinessDaysAhead;
        assert.ok(lead >= (final ? 3 : 2));
        assert.ok(!(final && order.status === 'cancelled'));
        if (order.status !== 'cancelled') {
          assert.equal(order.status === 'placed', order.serviceBusinessDaysAhead > 0);
        }
      }
    });
  }
});
