import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { refuse } from '../../domain/refusal.ts';
import type { PdfDocument, PdfOrder, PdfOutcome } from './document.ts';

/** Sets PDFs in a process of its own. */
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
  /** A document that takes longer is given up, and the process with it. */
  readonly timeoutSeconds: number;
  /** Documents after which a fresh process takes over: what leaks leaks no further. */
  readonly documentsPerProcess: number;
  /** A process without work for so long ends, and its memory is free. */
  readonly idleSeconds: number;
}

const LIMITS: PdfLimits = {
  maxWaiting: 50,
  timeoutSeconds: 60,
  documentsPerProcess: 1000,
  idleSeconds: 30,
};

const TYPESETTER = fileURLToPath(new URL('./typesetter.ts', import.meta.url));
/** Pages come before papers where there are few cores. */
const PRIORITY = 10;

/** Makes a renderer. Its process starts with the first document, ends when there are no more, and never keeps the program alive. */
export function openPdfRenderer(limits: Partial<PdfLimits> = {}): PdfRenderer {
  const { maxWaiting, timeoutSeconds, documentsPerProcess, idleSeconds } = { ...LIMITS, ...limits };
  const waiting: Task[] = [];
  let running: Task | undefined;
  let typesetter: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let made = 0;
  let isClosed = false;

  function next(): void {
    if (running) return;
    running = waiting.shift();
    clearTimeout(timer);
    if (!running) {
      rest();
      return;
    }
    typesetter ??= start();
    typesetter.ref();
    typesetter.channel?.ref();
    timer = setTimeout(() => giveUp(`no PDF within ${timeoutSeconds} s`), timeoutSeconds * 1000);
    typesetter.send(running.order);
  }

  function rest(): void {
    if (!typesetter) return;
    typesetter.unref();
    typesetter.channel?.unref();
    timer = setTimeout(dismiss, idleSeconds * 1000).unref();
  }

  function start(): ChildProcess {
    made = 0;
    // Node reads the TypeScript of the process by itself; the loader of the program would only slow its start.
    const started = fork(TYPESETTER, { execArgv: ['--expose-gc'], serialization: 'advanced' });
    if (started.pid) setPriority(started.pid, PRIORITY);
    const isCurrent = () => started === typesetter;
    started.on('message', (outcome: PdfOutcome) => isCurrent() && finish(outcome));
    started.on('error', (error) => isCurrent() && giveUp(String(error)));
    started.on('exit', (code, signal) => isCurrent() && giveUp(`the process ended with ${code ?? signal}`));
    return started;
  }

  function finish(outcome: PdfOutcome): void {
    const task = take();
    made += 1;
    if (made >= documentsPerProcess) void dismiss();
    if ('pdf' in outcome) task?.resolve(outcome.pdf);
    else task?.reject(new Error(`This PDF could not be set: ${outcome.problem}`));
    next();
  }

  /** The process is lost, and with it the document that it was working on; the others go on with a new one. */
  function giveUp(reason: string): void {
    const task = take();
    void dismiss();
    task?.reject(new Error(`This PDF could not be set: ${reason}`));
    next();
  }

  function take(): Task | undefined {
    clearTimeout(timer);
    const task = running;
    running = undefined;
    return task;
  }

  async function dismiss(): Promise<void> {
    const old = typesetter;
    typesetter = undefined;
    if (!old || old.exitCode !== null || old.signalCode !== null || old.pid === undefined) return;
    const ended = once(old, 'exit');
    old.kill('SIGKILL');
    await ended;
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
