import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isTest, sourceFiles } from './source-files.mjs';

const reader = 'src/config.ts';

/** The places outside the configuration that read the environment, so that it cannot hide settings. */
export function environmentReads(root) {
  return sourceFiles(root)
    .filter((file) => file !== reader && !isTest(file))
    .flatMap((file) =>
      readFileSync(path.join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          /\bprocess\.env\b|\benv\b.*from 'node:process'/.test(line) ? [`${file}:${index + 1}`] : [],
        ),
    )
    .map((place) => `${place} reads the environment; only ${reader} does`);
}
