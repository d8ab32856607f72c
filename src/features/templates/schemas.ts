import { z } from 'zod';
import { requiredText, wholeNumber } from '../../platform/input.ts';

const name = requiredText(80);

/** The order whose answers are kept, and the name to find them by. */
export const SaveTemplate = z.object({ number: z.string().regex(/^A-\d{4}-\d{6,12}$/), name });

const id = wholeNumber(1, Number.MAX_SAFE_INTEGER);

export const TemplateId = z.object({ id });
export const RenameTemplate = z.object({ id, name });
