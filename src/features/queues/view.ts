import type { Formats } from '../../platform/i18n/index.ts';
import type { FailedJob, QueueState } from './queries.ts';

export interface QueueView {
  readonly name: string;
  readonly waiting: string;
  readonly active: string;
  readonly retry: string;
  readonly failed: string;
  readonly hasFailed: boolean;
  readonly completed: string;
  readonly oldest: string;
  readonly schedule: string;
  /** Nothing lies in it, and nothing was done lately. */
  readonly isIdle: boolean;
}

export const queueView = (queue: QueueState, formats: Formats): QueueView => ({
  name: queue.name,
  waiting: String(queue.waiting),
  active: String(queue.active),
  retry: String(queue.retry),
  failed: String(queue.failed),
  hasFailed: queue.failed > 0,
  completed: String(queue.completed),
  oldest: queue.oldestDue ? formats.dateTime(queue.oldestDue) : '–',
  schedule: queue.cron ?? '–',
  isIdle:
    queue.cron === null && queue.waiting + queue.active + queue.retry + queue.failed + queue.completed === 0,
});

export interface FailedView {
  readonly name: string;
  readonly id: string;
  readonly at: string;
  readonly attempts: string;
  readonly error: string;
}

export const failedView = (job: FailedJob, formats: Formats): FailedView => ({
  name: job.name,
  id: job.id,
  at: formats.dateTime(job.at),
  attempts: String(job.attempts),
  error: job.error ?? '–',
});
