/** `npm start`: installs what is missing and runs the portal. */
import { ensureInstalled, finish, runPortal } from './lib/toolchain.mjs';

finish(ensureInstalled().then(() => runPortal(process.argv.slice(2))));
