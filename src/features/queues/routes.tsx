import { deskTransaction, requireStaff } from '../../platform/context.ts';
import {
  formOf,
  frameOf,
  type PageRequest,
  page,
  type Route,
  redirect,
  singleValues,
  staffCtx,
} from '../../web/index.ts';
import { QueuesPage } from './pages/queues-page.tsx';
import { QUEUES, QUEUES_RETRY } from './paths.ts';
import { failedJobs, queueStates } from './queries.ts';
import { retryJobs } from './retry-jobs.ts';
import { failedView, queueView } from './view.ts';

export const queueRoutes: readonly Route[] = [
  { method: 'GET', path: QUEUES, access: 'staff:admin', handle: showQueues },
  { method: 'POST', path: QUEUES_RETRY, access: 'staff:admin', handle: submitRetry },
];

const MOST_SHOWN = 100;
const RETRIED = 'wiederholt';

async function showQueues(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  requireStaff(ctx, 'admin');
  const frame = frameOf(request);
  const { queues, failed } = await deskTransaction(ctx, async (tx) => ({
    queues: await queueStates(tx),
    failed: await failedJobs(tx, MOST_SHOWN),
  }));
  const said = request.url.searchParams.get(RETRIED) ?? '';
  return page(
    request,
    <QueuesPage
      frame={frame}
      queues={queues.map((queue) => queueView(queue, frame.formats))}
      failed={failed.map((job) => failedView(job, frame.formats))}
      most={MOST_SHOWN}
      retried={/^\d{1,4}$/.test(said) ? Number(said) : undefined}
    />,
  );
}

async function submitRetry(request: PageRequest): Promise<Response> {
  const count = await retryJobs(staffCtx(request), singleValues(await formOf(request)));
  return redirect(request, `${QUEUES}?${RETRIED}=${count}`);
}
