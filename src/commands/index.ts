import type { Config } from '../config.ts';
import { loadCarrier } from './load-carrier.ts';
import { migrateCommand } from './migrate.ts';
import { serve } from './serve.ts';

/** One thing that `bin/portal` can do. */
export interface Command {
  readonly help: string;
  readonly run: (config: Config, words: readonly string[]) => Promise<void>;
}

export const commands: Readonly<Record<string, Command>> = {
  serve: {
    help: 'starts the portal (and, without DATABASE_URL, its own PostgreSQL with the demo)',
    run: serve,
  },
  migrate: { help: 'brings the database of DATABASE_URL up to date', run: migrateCommand },
  'load-carrier': {
    help: 'fills an empty database with a carrier and its catalogue: load-carrier FOLDER',
    run: loadCarrier,
  },
};
