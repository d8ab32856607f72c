import { type Config, ConfigError } from '../config.ts';
import { openInstallation } from './installation.ts';

/** Brings the database up to date and ends; for installations where that happens before the new version starts. */
export async function migrateCommand(config: Config): Promise<void> {
  if (!config.databaseUrl)
    throw new ConfigError('DATABASE_URL is missing: the demo migrates itself at start.');
  const installation = await openInstallation(config, (step) => process.stdout.write(`${step}\n`));
  await installation.close();
  process.stdout.write('The database is up to date.\n');
}
