import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

const hasProc = existsSync('/proc/self/cmdline');

/**
 * The name this cluster's processes carry in the process list. It depends on the path, so that a
 * copy of the data directory is never mistaken for the original.
 */
export function clusterName(cluster: string): string {
  return `portal-${createHash('sha256').update(realpathSync(cluster)).digest('hex').slice(0, 16)}`;
}

/** The pids of the live PostgreSQL processes of this cluster, the postmaster and its children. */
export function postgresProcessesIn(cluster: string): number[] {
  // The command line is the one thing that every account may read of a foreign process;
  // its working directory is closed to root itself in a container without CAP_SYS_PTRACE.
  const name = clusterName(cluster);
  const found = hasProc ? readdirSync('/proc').map(Number).filter(Boolean) : pidsFromPs(name);
  return hasProc ? found.filter((pid) => isPostgres(commandLine(pid), name)) : found;
}

/** Whether `pid` is a live PostgreSQL of this cluster, not a zombie and not a stranger with a reused number. */
export function isPostgresIn(pid: number, cluster: string): boolean {
  if (pid <= 0) return false;
  if (!hasProc) return postgresProcessesIn(cluster).includes(pid);
  return isPostgres(commandLine(pid), clusterName(cluster));
}

/** The watchdog's own command line holds the name too, hence the look at the first argument. */
function isPostgres(commandLine: string, name: string): boolean {
  const program = commandLine.split('\0', 1)[0] ?? '';
  return (
    commandLine.includes(name) && (program.startsWith('postgres:') || path.basename(program) === 'postgres')
  );
}

/** The arguments separated by NUL; empty for a zombie and for a process that is gone. */
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function pidsFromPs(name: string): number[] {
  const list = spawnSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' }).stdout ?? '';
  return list
    .split('\n')
    .filter((line) => line.includes(name) && /(\/postgres -D |^\s*\d+ postgres:)/.test(line))
    .filter((line) => !/^\s*\d+ \S*sh -c/.test(line))
    .map((line) => Number.parseInt(line, 10));
}
