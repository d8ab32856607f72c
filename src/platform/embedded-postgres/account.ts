import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';

/** The system account PostgreSQL runs under. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const usualNobody: Account = { uid: 65534, gid: 65534 };

/**
 * The account for PostgreSQL, which refuses to run as root: the owner of an existing cluster,
 * else `nobody`. Undefined when we are an ordinary user, who runs it as himself.
 */
export function accountForPostgres(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  return nobody();
}

/** Whether `account` can get into the folder `path`, asked of the system itself rather than of mode bits. */
export function canReach(account: Account | undefined, path: string): boolean {
  if (account === undefined) return true;
  const script = 'test -r "$1" && test -x "$1"';
  return spawnSync('/bin/sh', ['-c', script, 'sh', path], { ...account, cwd: '/' }).status === 0;
}

function nobody(): Account {
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : usualNobody;
}
