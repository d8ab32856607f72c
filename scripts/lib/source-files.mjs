import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The TypeScript files under `src`, relative to the checkout, with forward slashes. */
export function sourceFiles(root) {
  return readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) =>
      path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll(path.sep, '/'),
    )
    .sort();
}

/** Whether a file is a test or helps tests only. */
export function isTest(file) {
  return /\.(test|fixture)\.tsx?$/.test(file) || file.includes('/test-support/');
}
