import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isTest, sourceFiles } from './source-files.mjs';

/**
 * Which layer may import which; a layer is a folder of `src`, `top` the files directly in it. A layer
 * that is not listed belongs to the top: it may import all, and nothing below may import it.
 */
const allowed = {
  domain: { layers: ['domain'], packages: false },
  platform: { layers: ['domain', 'platform'] },
  ui: { layers: ['domain', 'ui'], typesOnly: ['platform'], folders: ['platform/i18n'] },
  web: { layers: ['domain', 'platform', 'ui', 'web'] },
  features: { layers: ['domain', 'platform', 'ui', 'web'] },
};

/**
 * Checks every import of the program against the directions and for cycles. Tests may import all.
 * @param {string} root
 * @returns {string[]} one sentence for each violation
 */
export function importViolations(root) {
  const imports = new Map(
    sourceFiles(root)
      .filter((file) => !isTest(file))
      .map((file) => [file, importsOf(root, file)]),
  );
  const complaints = [];
  for (const [from, targets] of imports) {
    for (const target of targets) {
      const reason = refusal(from, target);
      if (reason) complaints.push(`${from} imports ${target.name}: ${reason}`);
    }
  }
  return [...complaints, ...cycles(imports).map((cycle) => `cycle: ${cycle.join(' → ')}`)];
}

function refusal(from, { name, isPackage, typeOnly }) {
  const layer = layerOf(from);
  const rule = allowed[layer];
  if (isPackage) return rule?.packages === false ? `${layer} stands on nothing but itself` : undefined;
  if (isTest(name) || !name.startsWith('src/')) return 'the program does not depend on its tests and tools';
  const targetLayer = layerOf(name);
  if (targetLayer === 'features' && layer === 'features') return refusalBetweenFeatures(from, name);
  if (rule === undefined || rule.layers.includes(targetLayer)) return undefined;
  if (typeOnly && rule.typesOnly?.includes(targetLayer)) return undefined;
  if (rule.folders?.some((folder) => name.startsWith(`src/${folder}/`))) return undefined;
  return `${layer} does not know ${targetLayer}`;
}

function refusalBetweenFeatures(from, name) {
  const [feature, target] = [from, name].map((file) => file.split('/')[2]);
  if (feature === target || /^index\.tsx?$/.test(name.split('/').slice(3).join('/'))) return undefined;
  return `a feature uses another through its index.ts`;
}

function layerOf(file) {
  const parts = file.split('/');
  return parts.length > 2 ? parts[1] : 'top';
}

/** All imports and re-exports of a file, static and dynamic; types count, for they bind as well. */
function importsOf(root, file) {
  const text = readFileSync(path.join(root, file), 'utf8');
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm,
  );
  const calls = text.matchAll(/\bimport\(\s*()['"]([^'"]+)['"]/g);
  return [...statements, ...calls].map(([, type, specifier]) => {
    const isPackage = !specifier.startsWith('.');
    const name = isPackage ? specifier : path.posix.join(path.posix.dirname(file), specifier);
    return { name, isPackage, typeOnly: Boolean(type) };
  });
}

/** Each cycle once, as the files on it. */
function cycles(imports) {
  const found = [];
  const done = new Set();
  const visit = (file, trail) => {
    const start = trail.indexOf(file);
    if (start >= 0) found.push([...trail.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const { name, isPackage } of imports.get(file) ?? []) if (!isPackage) visit(name, [...trail, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}
