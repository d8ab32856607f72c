import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';

it('names every optional package of every package, or npm ci refuses it on a fresh machine', async () => {
  const lock = JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'));
  const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${place}/node_modules/${name}`],
    ),
  );
  assert.deepEqual(missing, []);
});

it('names no address: packages come from whatever registry the machine uses', async () => {
  assert.doesNotMatch(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'), /"resolved"/);
});
