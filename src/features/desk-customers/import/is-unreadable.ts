import { UnreadableCsv } from '../../../platform/csv/index.ts';
import { UnreadableJson } from './stream-json.ts';

/** The file is none that could be read; its message says why. Anything else is a fault of the program. */
export const isUnreadable = (error: unknown): error is Error =>
  error instanceof UnreadableJson || error instanceof UnreadableCsv;
