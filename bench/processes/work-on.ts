import type { Tasks } from './messages.ts';

/** The other end of a helper: works on each task that the main process sends, and ends with it. */
export function workOn<Kind extends keyof Tasks>(
  handle: (task: Tasks[Kind]['task']) => Promise<Tasks[Kind]['result']>,
): void {
  process.on('message', async (task: Tasks[Kind]['task']) => {
    process.send?.(await handle(task));
  });
  process.once('disconnect', () => process.exit());
  // The main process decides when to stop.
  process.on('SIGINT', () => {});
}
