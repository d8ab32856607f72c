import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { environmentReads } from './environment-reads.mjs';
import { importViolations } from './import-directions.mjs';

describe('the rules about source files', () => {
  let root;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'sources-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function write(file, ...lines) {
    const target = path.join(root, 'src', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, lines.join('\n'));
  }

  it('let each layer import what lies below it', () => {
    write('domain/money.ts', "import type { A } from './a.ts';");
    write('platform/db/index.ts', "import { Pool } from 'pg';", "import { x } from '../../domain/money.ts';");
    write(
      'ui/page.tsx',
      "import { de } from '../platform/i18n/index.ts';",
      "import type { D } from '../platform/db/index.ts';",
    );
    write(
      'features/orders/page.ts',
      "import { a } from '../users/index.ts';",
      "import { b } from '../../ui/page.tsx';",
    );
    write(
      'main.ts',
      "import { a } from './features/orders/page.ts';",
      "const b = await import('./platform/db/index.ts');",
    );
    assert.deepEqual(importViolations(root), []);
  });

  for (const [file, line, reason] of [
    ['domain/money.ts', "import { readFileSync } from 'node:fs';", 'domain stands on nothing but itself'],
    ['domain/money.ts', "export * from '../platform/db.ts';", 'domain does not know platform'],
    ['platform/db.ts', "import type { Page } from '../ui/page.tsx';", 'platform does not know ui'],
    [
      'platform/db.ts',
      "const x = await import('../features/orders/index.ts');",
      'platform does not know features',
    ],
    ['ui/page.tsx', "import { db } from '../platform/db.ts';", 'ui does not know platform'],
    ['features/orders/a.ts', "import {\n  a,\n  b,\n} from '../users/queries.ts';", 'a feature uses another'],
    ['features/orders/a.ts', "import { app } from '../../app.ts';", 'features does not know top'],
    ['app.ts', "import { x } from './domain/money.test.ts';", 'does not depend on its tests'],
  ]) {
    it(`refuse in ${file}: ${line.replaceAll('\n', ' ')}`, () => {
      write(file, line);
      const [complaint, ...others] = importViolations(root);
      assert.ok(complaint?.includes(reason), complaint);
      assert.deepEqual(others, []);
    });
  }

  it('leave tests alone', () => {
    write('domain/money.test.ts', "import { db } from '../platform/db.ts';", 'process.env.X;');
    assert.deepEqual([...importViolations(root), ...environmentReads(root)], []);
  });

  it('find a cycle', () => {
    write('ui/a.ts', "import './b.ts';");
    write('ui/b.ts', "import type { C } from './c.ts';");
    write('ui/c.ts', "import { a } from './a.ts';");
    assert.deepEqual(importViolations(root), [
      'cycle: src/ui/a.ts → src/ui/b.ts → src/ui/c.ts → src/ui/a.ts',
    ]);
  });

  it('let only the configuration read the environment', () => {
    write('config.ts', 'export const port = process.env.PORT;');
    write('main.ts', '', 'const debug = process.env.DEBUG;');
    assert.deepEqual(environmentReads(root), [
      'src/main.ts:2 reads the environment; only src/config.ts does',
    ]);
  });
});
