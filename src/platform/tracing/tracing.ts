/** Where traces go, and which part of them. */
export interface TracesConfig {
  /** Address of a collector that takes OTLP over HTTP, with its path. */
  readonly url: string;
  readonly serviceName: string;
  /** From 0, none, to 1, all. */
  readonly share: number;
}

/** What is said about a request, a job or a part of one. Never a name, an address or a value of somebody's. */
export type Facts = Readonly<Record<string, string | number>>;

/** A trace that is being recorded. */
export interface OpenTrace {
  note(facts: Facts): void;
  /** Marks it as failed; what is thrown through it is marked by itself. */
  fail(): void;
}

/** Writes down where the time of requests and jobs goes. */
export interface Tracing {
  /**
   * Runs `work` as a trace of its own: a request that was answered, a job that was done. No trace goes on from one that a
   * caller names, because callers are anybody.
   */
  trace<T>(
    of: { readonly kind: 'request' | 'job'; readonly name: string; readonly facts: Facts },
    work: (trace: OpenTrace) => Promise<T>,
  ): Promise<T>;
  /** Runs `work` as a part of the trace that is open here. Where none is (it has ended, it is not of the share), only runs it. */
  part<T>(name: string, facts: Facts, work: () => Promise<T>): Promise<T>;
  /** Sends what has not been sent yet. */
  close(): Promise<void>;
}
