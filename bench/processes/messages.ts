import type { Recording } from '../replay.ts';

/** What the main process asks a helper process to do; each answers every task with one result. */
export interface Tasks {
  /** Sends requests over keep-alive connections, one at a time on each. */
  load: {
    readonly task: {
      readonly port: number;
      /** Whole requests, taken in turn; `{{key}}` becomes a new key each time. */
      readonly requests: readonly string[];
      readonly connections: number;
      readonly seconds: number;
      readonly expectedStatus: number;
    };
    readonly result: LoadResult;
  };
  /** Runs the statements of placed orders in a bare loop. */
  placeOrderFloor: {
    readonly task: {
      readonly url: string;
      readonly recordings: readonly { readonly key: string; readonly stages: Recording }[];
      readonly clients: number;
      readonly seconds: number;
    };
    readonly result: { readonly count: number; readonly seconds: number };
  };
  /** Books the same windows for many firms by the verb of the portal. */
  bookPickups: {
    readonly task: {
      readonly url: string;
      readonly firms: readonly { readonly id: number; readonly number: string; readonly addressId: number }[];
      /** Each firm wants each of them. */
      readonly slots: readonly string[];
    };
    readonly result: {
      /** The numbers of the orders. */
      readonly booked: readonly string[];
      /** The key of each submission that was booked. */
      readonly keys: readonly string[];
      readonly full: number;
      readonly seconds: number;
    };
  };
  /** Serves a constant after running the statements of the list; answers with its port. */
  orderListFloor: {
    readonly task: {
      readonly url: string;
      readonly stages: Recording;
      readonly bytes: number;
      readonly connections: number;
    };
    readonly result: { readonly port: number };
  };
}

export interface LoadResult {
  readonly count: number;
  readonly seconds: number;
  /** Answers with another status. */
  readonly failed: number;
  readonly firstFailure: string | undefined;
  /** Milliseconds from sending a request to its complete answer. */
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  /** Of the last body, as it was sent. */
  readonly bytes: number;
}
