type Close = () => Promise<unknown> | unknown;

/** Things to close at the end, latest first; also after a failure and after Ctrl-C. */
export interface Cleanup {
  /** Returns a function that closes this one now. */
  add(close: Close): () => Promise<void>;
  /** Closes everything that is still open. */
  run(): Promise<void>;
}

export function makeCleanup(): Cleanup {
  const open: Close[] = [];
  const closeOne = async (close: Close) => {
    const place = open.indexOf(close);
    if (place < 0) return;
    open.splice(place, 1);
    try {
      await close();
    } catch (error) {
      process.stderr.write(`While stopping: ${(error as Error).message}\n`);
    }
  };
  return {
    add(close) {
      open.push(close);
      return () => closeOne(close);
    },
    async run() {
      for (let close = open.at(-1); close; close = open.at(-1)) await closeOne(close);
    },
  };
}
