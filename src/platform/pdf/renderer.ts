import { Worker } from 'node:worker_threads';
import { refuse } from '../../domain/refusal.ts';
import type { PdfDocument, PdfOrder, PdfOutcome } from './document.ts';

/** Sets PDFs in a thread of its own. */
export interface PdfRenderer {
  /**
   * The document as PDF. Refuses with `busy` when too many wait already; throws when the template is wrong, shows
   * characters that its font lacks, or takes too long.
   */
  render(document: PdfDocument): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

interface Task {
  readonly order: PdfOrder;
  readonly resolve: (pdf: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

export interface PdfLimits {
  /** Documents that may wait while one is set. */
  readonly maxWaiting: number;
  /** A document that takes longer is given up, and the thread with it. */
  readonly timeoutSeconds: number;
  /** Documents after which a fresh thread takes over: what leaks leaks no further. */
  readonly documentsPerThread: number;
}

const LIMITS: PdfLimits = { maxWaiting: 50, timeoutSeconds: 60, documentsPerThread: 1000 };

/** Makes a renderer. Its thread starts with the first document and never keeps the program alive. */
export function openPdfRenderer(limits: Partial<PdfLimits> = {}): PdfRenderer {
  const { maxWaiting, timeoutSeconds, documentsPerThread } = { ...LIMITS, ...limits };
  const waiting: Task[] = [];
  let running: Task | undefined;
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let made = 0;
  let isClosed = false;

  function next(): void {
    if (running) return;
    running = waiting.shift();
    if (!running) {
      worker?.unref();
      return;
    }
    worker ??= start();
    worker.ref();
    timer = setTimeout(() => giveUp(`no PDF within ${timeoutSeconds} s`), timeoutSeconds * 1000);
    worker.postMessage(running.order);
  }

  function start(): Worker {
    made = 0;
    // Node reads the TypeScript of the thread by itself; the loader of the main thread would only slow its start.
    const started = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] });
    const isCurrent = () => started === worker;
    started.on('message', (outcome: PdfOutcome) => isCurrent() && finish(outcome));
    started.on('error', (error) => isCurrent() && giveUp(String(error)));
    started.on('exit', (code) => isCurrent() && giveUp(`the thread ended with ${code}`));
    return started;
  }

  function finish(outcome: PdfOutcome): void {
    const task = take();
    made += 1;
    if (made >= documentsPerThread) dismiss();
    if ('pdf' in outcome) task?.resolve(outcome.pdf);
    else task?.reject(new Error(`This PDF could not be set: ${outcome.problem}`));
    next();
  }

  /** The thread is lost, and with it the document that it was working on; the others go on with a new one. */
  function giveUp(reason: string): void {
    const task = take();
    dismiss();
    task?.reject(new Error(`This PDF could not be set: ${reason}`));
    next();
  }

  function take(): Task | undefined {
    clearTimeout(timer);
    const task = running;
    running = undefined;
    return task;
  }

  function dismiss(): Promise<unknown> {
    const old = worker;
    worker = undefined;
    return old?.terminate() ?? Promise.resolve();
  }

  return {
    render({ template, data, standard, at, attachments = [], eInvoice }) {
      if (isClosed) return Promise.reject(new Error('The PDF renderer is closed'));
      return new Promise((resolve, reject) => {
        if (running && waiting.length >= maxWaiting) refuse({ code: 'busy' });
        const seconds = Math.floor(at.epochMilliseconds / 1000);
        const json = JSON.stringify({ ...data, attachments });
        waiting.push({ order: { template, data: json, standard, seconds, eInvoice }, resolve, reject });
        next();
      });
    },
    async close() {
      isClosed = true;
      const lost = [take(), ...waiting.splice(0)];
      await dismiss();
      for (const task of lost) task?.reject(new Error('The PDF renderer is closed'));
    },
  };
}
