import { say } from './say.ts';

/**
 * Things to close at the end, in the reverse order of their opening: first the server, so that running requests
 * find everything they need, last the database.
 */
export interface Closers {
  add(name: string, close: () => Promise<void> | void): void;
  /** Closes everything once, however often it is asked for. */
  closeAll(): Promise<void>;
}

export function makeClosers(onError: (error: Error) => void): Closers {
  const closers: { name: string; close: () => Promise<void> | void }[] = [];
  let closing: Promise<void> | undefined;
  const run = async () => {
    for (const { name, close } of closers.toReversed()) {
      try {
        await close();
      } catch (error) {
        onError(new Error(`Closing ${name} failed`, { cause: error }));
      }
    }
  };
  return {
    add: (name, close) => closers.push({ name, close }),
    closeAll: () => {
      closing ??= run();
      return closing;
    },
  };
}

/** Resolves with the first signal that asks the program to end. Terminal, npm and wrapper may each send one. */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
}

/**
 * Runs what starts and then stays until a signal. While it is still starting, a signal ends the process at once: what is
 * half open cannot be closed in order, and what has processes of its own ends with this one (PostgreSQL by its watchdog).
 * @param run calls `onUp` when it has started, and from then on ends by itself when `signal` resolves
 */
export async function untilUpOrStopped(
  run: (signal: Promise<NodeJS.Signals>, onUp: () => void) => Promise<void>,
): Promise<void> {
  const signal = untilSignal();
  const { promise: isUp, resolve: onUp } = Promise.withResolvers<void>();
  const running = run(signal, onUp);
  const stopped = await Promise.race([isUp, running, signal]);
  if (stopped === undefined) return running;
  say('Stopping …');
  process.exit();
}
