import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, it } from 'node:test';
import { testDatabase } from '../support/database.ts';
import { PROGRAM } from '../support/program.ts';

const root = path.resolve(import.meta.dirname, '../..');
const directory = mkdtempSync(path.join(tmpdir(), 'kundenportal-import-'));
after(() => rmSync(directory, { recursive: true }));

const database = await testDatabase();

function importFile(content: unknown, ...options: string[]): { status: number | null; said: string } {
  const file = path.join(directory, 'firms.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const words = [...PROGRAM, 'import-customers', file, '--clerk', 'Rita Feder', ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      APP_KEY: 'a key of 32 characters for tests.',
    },
  });
  return { status, said: stdout + stderr };
}

const firm = {
  number: 'D200001',
  name: 'Muster GmbH',
  contacts: ['office@muster.example'],
  addresses: [
    {
      label: 'Zentrale',
      recipient: 'Muster GmbH',
      street: 'Beispielweg 1',
      postcode: '10115',
      city: 'Berlin',
      uses: ['billing', 'delivery', 'pickup'],
    },
  ],
};

it('enters what it can, names what it cannot, and a second run brings the rest up to date', async () => {
  const first = importFile([firm, { ...firm, number: '4711' }]);
  assert.equal(first.status, 1, first.said);
  assert.match(first.said, /2 firms read: 1 new, 0 changed, 0 unchanged, 1 refused/);
  assert.match(first.said, /4711: number \(not-a-customer-number\)/);

  const later = [
    { ...firm, name: 'Muster AG' },
    { ...firm, number: 'D200002' },
  ];
  const dry = importFile(later, '--dry-run', 'yes');
  assert.match(dry.said, /Nothing is written\. 2 firms read: 1 new, 1 changed/);
  assert.match(dry.said, /~ D200001\n {4}name: "Muster GmbH" → "Muster AG"/);
  const second = importFile(later);
  assert.equal(second.status, 0, second.said);
  assert.match(second.said, /2 firms read: 1 new, 1 changed, 0 unchanged, 0 refused/);
  const rows = await database.owner.sql(
    `select c.number, a.action, a.actor_name from customer c join audit_entry a on a.customer_id = c.id
     where c.number like 'D2%' order by a.id`,
  );
  assert.deepEqual(rows, [
    { number: 'D200001', action: 'customer.register', actor_name: 'Rita Feder' },
    { number: 'D200001', action: 'customer.update', actor_name: 'Rita Feder' },
    { number: 'D200002', action: 'customer.register', actor_name: 'Rita Feder' },
  ]);
});

it('says in a sentence what is wrong with a file', () => {
  const broken = importFile('{ "number": ');
  assert.equal(broken.status, 1);
  assert.match(broken.said, /cannot be read as a list of firms/);
  assert.doesNotMatch(broken.said, /\n\s+at /);
});
