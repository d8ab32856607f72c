import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../../test/support/app.ts';
import { ctxFor } from '../../../../test/support/context.ts';
import { assertValidHtml } from '../../../../test/support/html.ts';
import { lastAudit } from '../../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { clerkAt, clerkCtx } from '../../../../test/support/staff.ts';
import { showFirm } from '../firm/show-firm.ts';
import { importCustomers } from './import-customers.ts';
import { readFirms } from './read-firms.ts';
import { applyFile, checkFile } from './staged-import.ts';
import { streamObjects, UnreadableJson } from './stream-json.ts';

const portal = await testApp();
const { database, services, clock } = portal;
const clerk = await clerkCtx(database, { jobs: services.jobs, now: clock(), roles: ['care'] });

/** The text in pieces of so many bytes, as a file arrives. */
async function* pieces(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const all = async (firms: AsyncIterable<unknown>) => {
  const found = [];
  for await (const firm of firms) found.push(firm);
  return found;
};
const address = {
  label: 'Zentrale',
  recipient: 'Muster GmbH',
  street: 'Beispielweg 1',
  postcode: '10115',
  city: 'Berlin',
  uses: ['billing', 'delivery', 'pickup'],
};
const firm = {
  number: 'D300001',
  name: 'Muster GmbH',
  addresses: [address],
  contacts: ['office@muster.example'],
};
const run = (firms: unknown, dryRun = false) =>
  importCustomers(clerk, readFirms(pieces(JSON.stringify(firms), 1000)), { dryRun });
const counts = ({ read, added, changed, same, refused }: Awaited<ReturnType<typeof run>>) => ({
  read,
  added,
  changed,
  same,
  refused,
});

describe('a list of objects that arrives in pieces', () => {
  const objects = [{ a: 'x } " \\ { ü📮' }, { b: { c: [1, { d: '}' }] } }];
  for (const size of [1, 2, 3, 7, 1000]) {
    it(`of ${size} bytes is the same list`, async () => {
      assert.deepEqual(await all(streamObjects(pieces(JSON.stringify(objects), size))), objects);
      const lines = objects.map((one) => JSON.stringify(one)).join('\r\n');
      assert.deepEqual(await all(streamObjects(pieces(`\uFEFF${lines}\n`, size))), objects);
    });
  }
  for (const text of ['[{"a":1', '[{"a":}]', 'x', '[1, 2]', '{"a":1} y', '[{"a":1}, "b"]']) {
    it(`is refused for ${text}`, () => assert.rejects(all(streamObjects(pieces(text))), UnreadableJson));
  }
  it('of other bytes than UTF-8 is refused', async () => {
    async function* bytes() {
      yield Uint8Array.of(0x5b, 0x7b, 0xff, 0x7d, 0x5d);
    }
    await assert.rejects(all(streamObjects(bytes())), UnreadableJson);
  });
});

describe('a table of firms', () => {
  it('has a firm for each number and an address for each row', async () => {
    const csv = [
      'Kundennummer;Firma;Bezeichnung;Straße;PLZ;Ort;Verwendung;E-Mail',
      'D300100;"Müller; Söhne";;Weg 1;10115;Berlin;;a@x.example, B@x.example',
      'D300100;"Müller; Söhne";Lager;Weg 2;10117;Berlin;Lieferung Abholung;a@x.example',
      'D300101;Zwei GmbH;;;;;;',
    ].join('\r\n');
    assert.deepEqual(await all(readFirms(pieces(csv))), [
      {
        number: 'D300100',
        name: 'Müller; Söhne',
        contacts: ['a@x.example', 'b@x.example'],
        addresses: [
          {
            label: 'Zentrale',
            recipient: 'Müller; Söhne',
            street: 'Weg 1',
            postcode: '10115',
            city: 'Berlin',
            uses: ['billing', 'delivery', 'pickup'],
          },
          {
            label: 'Lager',
            recipient: 'Müller; Söhne',
            street: 'Weg 2',
            postcode: '10117',
            city: 'Berlin',
            uses: ['delivery', 'pickup'],
          },
        ],
      },
      { number: 'D300101', name: 'Zwei GmbH', contacts: [], addresses: [] },
    ]);
  });
  it('needs its columns', () => assert.rejects(all(readFirms(pieces('a;b\n1;2\n'))), UnreadableJson));
});

describe('an import', () => {
  it('says what invoices name a firm by; what it does not say stays', async () => {
    const buyerFirm = { ...firm, number: 'D300950' };
    const buyer = async () => (await showFirm(clerk, 'D300950')).settings;
    await run([buyerFirm]);
    assert.equal((await buyer()).version, 0);
    await run([{ ...buyerFirm, vatId: 'DE 136695976', country: 'at' }]);
    assert.deepEqual(
      [(await buyer()).values.vatId, (await buyer()).values.country, (await buyer()).version],
      ['DE136695976', 'AT', 1],
    );
    assert.equal((await run([{ ...buyerFirm, vatId: '', country: '' }])).same, 1);
    assert.equal((await run([{ ...buyerFirm, vatId: 'ATU12345678' }])).changed, 1);
    assert.deepEqual([(await buyer()).values.vatId, (await buyer()).version], ['ATU12345678', 2]);
    assert.deepEqual(
      (await run([{ ...buyerFirm, vatId: '30/123/45678', country: 'Wien' }])).problems[0]?.fields,
      [
        { field: 'vatId', problem: 'not-a-vat-id' },
        { field: 'country', problem: 'unknown' },
      ],
    );
    assert.equal((await run([{ ...firm, number: 'D300900', vatId: 'DE136695976' }])).added, 1);
    assert.equal((await showFirm(clerk, 'D300900')).settings.values.vatId, 'DE136695976');
  });

  it('enters what is new, changes what differs, leaves the rest, and a second run finds nothing to do', async () => {
    const dry = await run([firm], true);
    assert.deepEqual(counts(dry), { read: 1, added: 1, changed: 0, same: 0, refused: 0 });
    await assertRefused(showFirm(clerk, 'D300001'), 'not-found');
    assert.deepEqual(counts(await run([firm])), counts(dry));
    assert.equal((await lastAudit(database, 'customer.register'))?.object, 'D300001');
    assert.deepEqual(counts(await run([firm])), { read: 1, added: 0, changed: 0, same: 1, refused: 0 });

    const changed = {
      ...firm,
      name: 'Muster & Co. KG',
      addresses: [
        { ...address, street: 'Neuer Weg 2', uses: ['delivery'] },
        { ...address, label: 'Lager' },
      ],
      costCentres: [{ code: '1', name: 'Eins' }],
      contacts: ['new@muster.example'],
    };
    const preview = await run([changed], true);
    assert.deepEqual(
      preview.changes[0]?.differences.map(({ what }) => what),
      ['name', 'address Zentrale', 'address Lager', 'cost centre 1', 'contact', 'contact'],
    );
    assert.equal((await showFirm(clerk, 'D300001')).customer.name, 'Muster GmbH');
    await run([changed]);
    const shown = await showFirm(clerk, 'D300001');
    assert.equal(shown.customer.name, 'Muster & Co. KG');
    assert.deepEqual(shown.contacts, ['new@muster.example']);
    // what an address is used for is only added to: bills have to go somewhere
    assert.deepEqual(
      shown.addresses.map(({ label, street, isBilling, isDefaultBilling }) => [
        label,
        street,
        isBilling,
        isDefaultBilling,
      ]),
      [
        ['Zentrale', 'Neuer Weg 2', true, true],
        ['Lager', 'Beispielweg 1', true, false],
      ],
    );
    const entry = await lastAudit(database, 'customer.update');
    assert.deepEqual(
      [entry?.object, (entry?.before as Record<string, string> | null)?.name],
      ['D300001', 'Muster GmbH'],
    );
    assert.deepEqual(counts(await run([changed])), { read: 1, added: 0, changed: 0, same: 1, refused: 0 });
  });

  it('keeps what the file does not mention', async () => {
    const before = await showFirm(clerk, 'D100001');
    await run([{ number: 'D100001', name: before.customer.name }]);
    const after = await showFirm(clerk, 'D100001');
    assert.deepEqual(
      [after.addresses, after.costCentres, after.contacts],
      [before.addresses, before.costCentres, before.contacts],
    );
  });

  it('names what does not fit and takes the rest', async () => {
    const report = await run(
      [
        { ...firm, number: '4711' },
        { ...firm, number: 'D300002', addresses: [{ ...address, uses: ['delivery'] }] },
        { ...firm, number: 'D300003', contacts: [] },
        { ...firm, number: 'D300004', name: ' ' },
        null,
        7,
        { ...firm, number: 'D300005' },
      ].filter((one) => typeof one === 'object' && one !== null),
    );
    assert.deepEqual(counts(report), { read: 5, added: 1, changed: 0, same: 0, refused: 4 });
    assert.deepEqual(
      report.problems.map(({ position, fields }) => [position, fields[0]?.field]),
      [
        [1, 'number'],
        [4, 'name'],
        [2, 'addresses'],
        [3, 'contacts'],
      ],
    );
  });

  it('takes the later of two firms with one number', async () => {
    const report = await run([
      { ...firm, number: 'D300006', name: 'Erst' },
      { ...firm, number: 'D300006', name: 'Dann' },
    ]);
    assert.deepEqual(counts(report), { read: 2, added: 1, changed: 1, same: 0, refused: 0 });
    assert.equal((await showFirm(clerk, 'D300006')).customer.name, 'Dann');
  });

  it('by two at once enters each firm once', async () => {
    const firms = Array.from({ length: 60 }, (_, n) => ({
      ...firm,
      number: `D3100${String(n).padStart(2, '0')}`,
    }));
    await Promise.all([run(firms), run(firms)]);
    const [row] = await database.owner.sql(
      "select count(*)::int as firms, (select count(*)::int from address a join customer c on c.id = a.customer_id where c.number like 'D3100%') as places from customer where number like 'D3100%'",
    );
    assert.deepEqual(row, { firms: 60, places: 60 });
  });

  it('is care’s business alone', async () => {
    const other = await clerkCtx(database, {
      jobs: services.jobs,
      now: clock(),
      roles: ['billing', 'catalogue'],
    });
    const admin = await ctxFor({ db: services.db });
    const file = { name: 'x', content: JSON.stringify([firm]) };
    await assertUnchanged(database, async () => {
      await assertRefused(checkFile(other, file), 'staff-role-required');
      await assertRefused(checkFile(admin, file), 'not-found');
      await assertRefused(applyFile(other, 1), 'staff-role-required');
    });
  });
});

describe('the pages of the import', () => {
  it('check first, then take over exactly what was checked, once', async () => {
    const checked = await checkFile(clerk, {
      name: 'x',
      content: JSON.stringify([{ ...firm, number: 'D300077', name: '<b>Neu</b>' }]),
    });
    const client = await clerkAt(portal, 'care');
    await assertValidHtml((await client.get('/desk/kunden/import')).html);
    const page = await client.get(`/desk/kunden/import/${checked.id}`);
    assert.match(page.text, /würde .* ändern.*Neu 1.*D300077/);
    assert.doesNotMatch(page.html, /<b>Neu/);
    await assertValidHtml(page.html);
    const done = await client.submit(/import\/\d+$/);
    assert.match(done.text, /Die Datei ist übernommen/);
    await assertValidHtml(done.html);
    assert.equal((await client.get(`/desk/kunden/import/${checked.id}`)).status, 404);
    await assertRefused(applyFile(clerk, checked.id), 'not-found');
    for (const id of ['0', 'x', "1'", '99999999999']) {
      assert.equal((await client.get(`/desk/kunden/import/${encodeURIComponent(id)}`)).status, 404, id);
    }
  });

  it('say what is wrong with a file', async () => {
    const client = await clerkAt(portal, 'care');
    for (const file of ['', '   ', 'kein JSON', '[{"number":', 'a;b\n1;2']) {
      await client.get('/desk/kunden/import');
      const page = await client.post('/desk/kunden/import', { file });
      assert.equal(page.status, 422, file);
      assert.match(page.text, /Datei: /);
    }
  });
});
