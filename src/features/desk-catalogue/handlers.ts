import { type JobCtxServices, jobCtx } from '../../platform/job-context.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { applyDueChanges } from './changes/apply-due-changes.ts';
import { applyCatalogueChanges } from './jobs.ts';

/** Brings into force what was planned for a day that has come. */
export function catalogueHandlers(services: JobCtxServices): readonly JobHandler[] {
  return [
    handlerFor(applyCatalogueChanges, async (_, id) => {
      await applyDueChanges(jobCtx(services, `job ${id}`));
    }),
  ];
}
