/**
 * Lets Node load the program's TypeScript as it stands; loaded before the program (`--import`). Types and markup
 * become JavaScript line by line, so that a stack trace names the line that one reads, without a source map in memory.
 * A file is translated once: what came out is kept below node_modules, under the hash of what went in. What no file
 * asks for any more is swept away by processes that had something to translate; the others have no time to lose.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const kept = path.join(packages, '.cache/kundenportal/typescript');

/** As the compiler options of tsconfig.json say. */
const options = {
  transforms: ['typescript', 'jsx'],
  jsxRuntime: 'automatic',
  jsxImportSource: 'preact',
  production: true,
  disableESTransforms: true,
  keepUnusedImports: true,
};
const { version } = require('sucrase/package.json');
const salt = JSON.stringify([version, options]);

const DAY = 24 * 60 * 60 * 1000;
const UNASKED = 30 * DAY;
/** Touched at each sweep, so that there is one a day, not one for each of the tests' processes. */
const swept = path.join(kept, 'swept');
/** What this process asked for. */
const asked = new Set();
let isToSweep = false;

registerHooks({
  // Our imports name the file as it is; to look for packages and links on the way takes a quarter of loading them.
  resolve(specifier, context, next) {
    const isOurs = /^\.\.?\/.*\.tsx?$/.test(specifier) && context.parentURL?.startsWith('file:');
    if (!isOurs) return next(specifier, context);
    return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    if (!/^file:.*\.tsx?(\?.*)?$/.test(url)) return next(url, context);
    return { format: 'module', source: translated(fileURLToPath(url)), shortCircuit: true };
  },
});

/** @param {string} file */
function translated(file) {
  const source = readFileSync(file, 'utf8');
  const name = createHash('sha256')
    .update(salt)
    .update(path.extname(file))
    .update(source)
    .digest('base64url');
  const place = path.join(kept, `${name}.js`);
  asked.add(path.basename(place));
  try {
    return readFileSync(place, 'utf8');
  } catch {
    const code = translate(file, source);
    keep(place, code);
    sweepAtTheEnd();
    return code;
  }
}

/**
 * @param {string} file
 * @param {string} source
 */
function translate(file, source) {
  const transforms = options.transforms.filter((name) => name !== 'jsx' || file.endsWith('x'));
  return require('sucrase').transform(source, { ...options, transforms, filePath: file }).code;
}

/**
 * Another process may be writing the same file, hence the new name; a folder that cannot be written to costs time at
 * the next start and nothing else.
 * @param {string} place
 * @param {string} code
 */
function keep(place, code) {
  try {
    mkdirSync(kept, { recursive: true });
    const own = `${place}.${process.pid}`;
    writeFileSync(own, code);
    renameSync(own, place);
  } catch {
    // see above
  }
}

function sweepAtTheEnd() {
  if (!isToSweep) process.once('exit', sweep);
  isToSweep = true;
}

/** What was kept a month ago and was not asked for here goes; should another process ask for it, it is made again. */
function sweep() {
  const now = Date.now();
  try {
    if (ageOf(swept, now) < DAY) return;
    writeFileSync(swept, '');
    for (const name of readdirSync(kept)) {
      const place = path.join(kept, name);
      if (!asked.has(name) && ageOf(place, now) > UNASKED) rmSync(place, { force: true });
    }
  } catch {
    // a folder that cannot be written to is not swept
  }
}

/**
 * In milliseconds; what is not there is as old as can be.
 * @param {string} place
 * @param {number} now
 */
function ageOf(place, now) {
  return now - (statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}
