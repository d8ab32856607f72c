import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { LetterServices } from '../sign-in/index.ts';

/** What the jobs of this folder work with. */
export type RegistrationServices = LetterServices & { readonly jobs: Jobs };
