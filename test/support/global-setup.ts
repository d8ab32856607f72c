// The runner's own process loads no `--import`: without this it cannot read the program's pages.
import '../../scripts/lib/typescript-loader.mjs';

const { startTestServer } = await import('./template.ts');

let stop: (() => Promise<void>) | undefined;

/** Runs once, before all test files. */
export async function globalSetup(): Promise<void> {
  stop = await startTestServer();
}

/** Runs once, after the last test file. */
export async function globalTeardown(): Promise<void> {
  await stop?.();
}
