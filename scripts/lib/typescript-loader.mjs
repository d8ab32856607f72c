/**
 * Lets Node load the program's TypeScript as it stands; loaded before the program (`--import`). Types and markup
 * become JavaScript line by line, so that a stack trace names the line that one reads, without a source map in memory.
 * A file is translated once: what came out is kept below node_modules, under the hash of what went in.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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
  try {
    return readFileSync(place, 'utf8');
  } catch {
    const code = translate(file, source);
    keep(place, code);
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
