import type { Config } from '../config.ts';
import { bundleSources } from '../platform/assets/index.ts';
import { CannotStart } from './cannot-start.ts';
import { untilUpOrStopped } from './closers.ts';
import { beginInstallation } from './installation.ts';
import { say } from './say.ts';

const WITHOUT_JOBS = '--without-jobs';

/** Serves the pages, and works on the jobs unless `--without-jobs` says that others do. */
export async function serve(config: Config, words: readonly string[] = []): Promise<void> {
  const unknown = words.find((word) => word !== WITHOUT_JOBS);
  if (unknown !== undefined) throw new CannotStart(`Usage: bin/portal serve [${WITHOUT_JOBS}]`);
  await untilUpOrStopped(async (signal, onUp) => {
    // Loading the program is the longest part of a start, and nothing else happens in this process meanwhile: what has
    // processes of its own, PostgreSQL and the bundler, works beside it. Why it failed is said where it is waited for.
    const sources = bundleSources();
    sources.catch(() => {});
    const opening = await beginInstallation(config, say);
    const { servePortal } = await import('./serve-portal.ts');
    await servePortal(config, { opening, sources, signal, onUp, withJobs: !words.includes(WITHOUT_JOBS) });
  });
}

/** The demo with its own PostgreSQL, whatever database the environment names. */
export function demo(config: Config): Promise<void> {
  return serve({ ...config, databaseUrl: undefined, databaseOwnerUrl: undefined });
}
