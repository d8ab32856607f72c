/** `npm run table-types`: writes the row types of the migrated database to src/platform/db/tables.ts. */
import { ensureInstalled, finish, runTypeScript } from './lib/toolchain.mjs';

finish(ensureInstalled({ dev: true }).then(() => runTypeScript('scripts/lib/write-table-types.ts')));
