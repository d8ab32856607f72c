import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Cleanup } from '../cleanup.ts';
import type { Tasks } from './messages.ts';

/** A process of our own that does one kind of task, so that its work does not slow down what it is compared with. */
export interface Helper<Kind extends keyof Tasks> {
  readonly pid: number;
  run(task: Tasks[Kind]['task']): Promise<Tasks[Kind]['result']>;
  stop(): Promise<void>;
}

const LOADER = import.meta.resolve('../../scripts/lib/typescript-loader.mjs');

const FILES: Record<keyof Tasks, string> = {
  load: 'load.ts',
  placeOrderFloor: 'place-order-floor.ts',
  orderListFloor: 'order-list-floor.ts',
  bookPickups: 'book-pickups.ts',
};

/** Helpers that run the portal's own verbs need the loader for its pages. */
const WITH_LOADER: ReadonlySet<keyof Tasks> = new Set(['bookPickups']);

export function startHelper<Kind extends keyof Tasks>(cleanup: Cleanup, kind: Kind): Helper<Kind> {
  // Node reads these files as they are; the loader for pages would only cost memory and time.
  const execArgv = WITH_LOADER.has(kind) ? ['--import', LOADER] : [];
  const child = fork(path.join(import.meta.dirname, FILES[kind]), { execArgv });
  const exited = once(child, 'exit');
  const stop = cleanup.add(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  return {
    pid: child.pid ?? 0,
    stop,
    async run(task) {
      const answered = once(child, 'message');
      child.send(task);
      const result = await Promise.race([answered, exited.then(() => undefined)]);
      if (!result) throw new Error(`The process for ${kind} has ended`);
      return result[0] as Tasks[Kind]['result'];
    },
  };
}
