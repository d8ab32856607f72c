import { defineJob } from '../../platform/jobs/jobs.ts';

/** Every quarter of an hour: a day begins on the carrier's clock, and a missed run is made up for by the next one. */
export const applyCatalogueChanges = defineJob<object>('catalogue.apply-changes', { cron: '*/15 * * * *' });

export const catalogueJobs = [applyCatalogueChanges];
