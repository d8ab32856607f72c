import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresCannotRun } from './cannot-run.ts';
import { postmasterFilePath, readPostmasterFile } from './postmaster-file.ts';
import { isPostgresIn, postgresProcessesIn } from './processes.ts';

const patience = { fastShutdown: 15_000, childrenAlone: 3_000, afterKill: 5_000 };

/**
 * Ends what an earlier program that was killed left running in this cluster, so that a new
 * PostgreSQL can start. Call it only while holding the lock of the data directory.
 */
export async function clearLeftover(cluster: string): Promise<void> {
  const file = readPostmasterFile(cluster);
  if (file === undefined) return;
  if (isPostgresIn(file.pid, cluster)) {
    signal(file.pid, 'SIGINT');
    await until(() => !isPostgresIn(file.pid, cluster), patience.fastShutdown);
  }
  // Children outlive a killed postmaster for a moment, or for as long as a running query takes.
  await until(() => postgresProcessesIn(cluster).length === 0, patience.childrenAlone);
  for (const pid of postgresProcessesIn(cluster)) signal(pid, 'SIGKILL');
  if (!(await until(() => postgresProcessesIn(cluster).length === 0, patience.afterKill))) {
    throw new PostgresCannotRun(
      `An earlier PostgreSQL in ${cluster} does not stop: ${postgresProcessesIn(cluster).join(', ')}`,
    );
  }
  // The number may meanwhile be a zombie's or a stranger's, which PostgreSQL would take for a running
  // postmaster. We hold the lock and have seen that nobody works here, so the file is a dead one.
  rmSync(postmasterFilePath(cluster), { force: true });
}

async function until(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (!condition()) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
