import { type JobCtxServices, jobCtx } from '../../platform/job-context.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { approvalWanted } from '../orders/index.ts';
import { askApprovers } from './ask-approvers.ts';
import { expireOrders } from './expire-orders.ts';
import { expireApprovals } from './jobs.ts';
import { type LetterServices, letterHandlers } from './letters.ts';

/** Everything that happens to orders that wait outside a request. */
export function approvalHandlers(services: JobCtxServices & LetterServices): readonly JobHandler[] {
  return [
    handlerFor(approvalWanted, (job) => askApprovers(services, job)),
    handlerFor(expireApprovals, async (_, id) => {
      await expireOrders(jobCtx(services, `job ${id}`));
    }),
    ...letterHandlers(services),
  ];
}
