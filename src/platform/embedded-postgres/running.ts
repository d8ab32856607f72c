import { existsSync } from 'node:fs';
import { readPassword } from './cluster.ts';
import { layoutOf } from './layout.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { urlOf } from './roles.ts';

/**
 * The server of a data directory that another program has started, to work beside that program: connects as the
 * owner of the tables. Undefined when nothing runs there; whether it answers is found out by connecting.
 */
export function runningPostgres(
  directory: string,
): { readonly ownerUrl: string; readonly appUrl: string } | undefined {
  const layout = layoutOf(directory);
  const file = readPostmasterFile(layout.cluster);
  if (file?.status !== 'ready' || !existsSync(layout.readyMark)) return undefined;
  const password = readPassword(layout);
  return {
    ownerUrl: urlOf('portal_owner', file.port, password),
    appUrl: urlOf('portal_app', file.port, password),
  };
}
