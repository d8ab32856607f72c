import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether node_modules holds what package-lock.json names. Compares with the list that npm itself
 * writes at the end of an installation, so an interrupted one counts as missing.
 * @param {string} root
 * @param {{ dev: boolean }} options
 */
export function installedIsLocked(root, { dev }) {
  const installed = packagesIn(path.join(root, 'node_modules/.package-lock.json'));
  if (installed === undefined) return false;
  const locked = packagesIn(path.join(root, 'package-lock.json')) ?? {};
  return Object.entries(locked).every(([place, wanted]) => {
    if (place === '') return true;
    const found = installed[place];
    if (found) return found.version === wanted.version && found.integrity === wanted.integrity;
    // Packages for other systems are optional, and a server installs without the development tools.
    return wanted.optional || wanted.devOptional || (wanted.dev && !dev);
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
