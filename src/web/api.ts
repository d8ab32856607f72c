/** Everything that the features need for their part of the JSON API. */
export type { ApiDescription } from './api-description.ts';
export { bearerOf, KEY_HEADER } from './api-read.ts';
export { type ApiCall, apiRoute } from './api-route.ts';
export { closedObject, noted, notes, nothingElse } from './api-schema.ts';
export {
  bilingual,
  cents,
  code,
  date,
  dateInput,
  instant,
  rowId,
  wallTime,
  writeInstant,
  writeTime,
} from './api-values.ts';
