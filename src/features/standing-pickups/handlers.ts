import type { JobHandler } from '../../platform/jobs/jobs.ts';
import { type ExtendServices, extendHandlers } from './extend-plans.ts';
import { type LetterServices, letterHandlers } from './letters.ts';

/** Everything that happens to plans outside a request. */
export function standingPickupHandlers(services: ExtendServices & LetterServices): readonly JobHandler[] {
  return [...extendHandlers(services), ...letterHandlers(services)];
}
