import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';

const DAY = 24 * 60 * 60;
const sucrase = path.dirname(createRequire(import.meta.url).resolve('sucrase/package.json'));

/** A program of two files, of which one changes, beside a loader of its own, whose translations nobody else asks for. */
function arrange(t) {
  const folder = mkdtempSync(path.join(tmpdir(), 'loader-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const kept = path.join(folder, 'node_modules/.cache/kundenportal/typescript');
  const loader = path.join(folder, 'scripts/lib/typescript-loader.mjs');
  const program = path.join(folder, 'program.ts');
  mkdirSync(kept, { recursive: true });
  mkdirSync(path.dirname(loader), { recursive: true });
  symlinkSync(sucrase, path.join(folder, 'node_modules/sucrase'));
  copyFileSync(fileURLToPath(new URL('./typescript-loader.mjs', import.meta.url)), loader);
  writeFileSync(path.join(folder, 'say.ts'), 'export const say = (answer: number) => console.log(answer);\n');
  return {
    run(value) {
      writeFileSync(program, `import { say } from './say.ts';\nsay(${value} as number);\n`);
      return execFileSync(process.execPath, ['--import', loader, program], { encoding: 'utf8' }).trim();
    },
    keep: (name) => writeFileSync(path.join(kept, name), ''),
    /** Makes everything that is kept look as if it had been written so long ago. */
    age(days) {
      const at = Date.now() / 1000 - days * DAY;
      for (const name of readdirSync(kept)) utimesSync(path.join(kept, name), at, at);
    },
    translations: () => readdirSync(kept).filter((name) => name !== 'swept'),
  };
}

it('keeps what it translated, and translates anew what has changed', (t) => {
  const { run, translations } = arrange(t);
  assert.equal(run(1), '1');
  assert.equal(run(1), '1');
  assert.equal(translations().length, 2);
  assert.equal(run(2), '2');
  assert.equal(translations().length, 3);
});

it('sweeps away what nobody has asked for in a month, once something had to be translated', (t) => {
  const { run, keep, age, translations } = arrange(t);
  keep('old.js');
  keep('unfinished.js.4711');
  run(1);
  age(31);
  keep('young.js');
  run(1);
  assert.equal(translations().length, 5, 'nothing was translated');
  const before = translations();
  run(2);
  const left = translations();
  // that of the file which has not changed, however old
  assert.equal(left.filter((name) => before.includes(name) && name !== 'young.js').length, 1);
  assert.equal(left.length, 3);
});

it('sweeps once a day', (t) => {
  const { run, keep, age, translations } = arrange(t);
  keep('old.js');
  age(31);
  keep('swept');
  run(1);
  assert.ok(translations().includes('old.js'));
  age(31);
  run(2);
  assert.ok(!translations().includes('old.js'));
});
