import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { it } from 'node:test';

const root = path.resolve(import.meta.dirname, '..');

it('the documents name only files that exist', async () => {
  const missing: string[] = [];
  for await (const file of glob('{*.md,docs/**/*.md}', { cwd: root })) {
    const text = readFileSync(path.join(root, file), 'utf8');
    const named = [...text.matchAll(/`((?:src|test|scripts|bench|migrations|seeds)\/[\w./-]+)`/g)].map(
      ([, name]) => name,
    );
    const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(([, target]) =>
      path.join(path.dirname(file), target ?? ''),
    );
    missing.push(
      ...[...named, ...linked]
        .filter((name) => !existsSync(path.join(root, name ?? '')))
        .map((name) => `${file}: ${name}`),
    );
  }
  assert.deepEqual(missing, []);
});
