import { type Config, ConfigError } from '../config.ts';
import { makeClosers, untilUpOrStopped } from './closers.ts';
import { beginInstallation } from './installation.ts';
import { openLog, openPortal, startWork, untilEnd } from './open-portal.ts';
import { say } from './say.ts';

/** Works on the jobs without serving pages; beside processes that run `serve --without-jobs`, as many as are wanted. */
export async function work(config: Config): Promise<void> {
  if (!config.databaseUrl)
    throw new ConfigError('DATABASE_URL is missing: the demo works on its jobs by itself.');
  if (!config.baseUrl) throw new ConfigError('BASE_URL is missing: links in mails begin with it.');
  const { baseUrl } = config;
  await untilUpOrStopped(async (signal, onUp) => {
    const log = openLog(config);
    const closers = makeClosers((err) => log.error({ err }));
    try {
      const opening = await beginInstallation(config, say);
      const portal = await openPortal(config, log, closers, opening);
      await startWork(portal, config, baseUrl, closers);
      onUp();
      say('Working on the jobs.');
      await untilEnd(signal, portal.installation);
    } finally {
      await closers.closeAll();
    }
  });
}
