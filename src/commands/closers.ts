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
