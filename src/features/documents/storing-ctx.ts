import type { CustomerCtx } from '../../platform/context.ts';

/** Who stores a document, for whom, when; a request, a job and the command line all know that much. */
export type StoringCtx = Pick<CustomerCtx, 'actor' | 'customer' | 'now' | 'requestId' | 'jobs'>;
