import { z } from 'zod';
import { LANGUAGES } from '../../../platform/i18n/index.ts';
import { tick } from '../schemas.ts';

/** In which language a person is written to, and about what. */
export const Preferences = z.object({
  language: z.enum(LANGUAGES),
  orderConfirmations: tick,
  statusChanges: tick,
  deadlineReminders: tick,
  newDocuments: tick,
  completions: tick,
  steps: tick,
});
export type Preferences = z.output<typeof Preferences>;
