import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { testDatabase } from '../../../test/support/database.ts';
import { migrate } from './migrate.ts';
import { tableTypes } from './table-types.ts';

describe('migrations', () => {
  it('have all run, and a second time nothing runs', async (t) => {
    const { owner, ownerUrl } = await testDatabase(t);
    const folder = new URL('../../../migrations/', import.meta.url);
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    const applied = await owner.sql<{ name: string }>('select name from migration order by name');
    assert.deepEqual(
      applied.map(({ name }) => name),
      files,
    );
    assert.deepEqual(await migrate(ownerUrl), []);
  });

  it('run once when several programs start at once', async (t) => {
    const { owner, ownerUrl } = await testDatabase(t);
    await owner.sql('drop schema public cascade');
    await owner.sql('create schema public');
    const runs = await Promise.all([migrate(ownerUrl), migrate(ownerUrl), migrate(ownerUrl)]);
    assert.equal(runs.filter((files) => files.length > 0).length, 1);
    assert.equal(new Set(runs.flat()).size, runs.flat().length);
  });

  it('have a number each', async () => {
    const names = await readdir(new URL('../../../migrations/', import.meta.url));
    assert.ok(names.every((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)));
    assert.equal(new Set(names.map((name) => name.slice(0, 4))).size, names.length);
  });
});

describe('the row types', () => {
  it('are those of the migrated database', async (t) => {
    const { owner } = await testDatabase(t);
    const written = await readFile(new URL('./tables.ts', import.meta.url), 'utf8');
    const wanted = (await tableTypes(owner)).split('\n');
    const differs = wanted.findIndex((line, index) => line !== written.split('\n')[index]);
    assert.equal(
      differs,
      -1,
      `run \`npm run table-types\`: line ${differs + 1} should be "${wanted[differs]}"`,
    );
    assert.equal(written.split('\n').length, wanted.length);
  });
});
