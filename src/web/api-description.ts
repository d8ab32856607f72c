import type { z } from 'zod';
import type { RefusalCode } from '../domain/refusal.ts';
import type { Text } from '../platform/i18n/index.ts';

/** What a route of the API takes and gives: read by the route itself and published as OpenAPI. */
export interface ApiDescription {
  /** What the call does, as a headline. */
  readonly summary: Text;
  /** What a caller should know besides. */
  readonly description?: Text;
  /** The JSON body; absent: a body is not looked at. */
  readonly input?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** The parts of the path, for the description only: a number of the wrong form is not found. */
  readonly params?: z.ZodObject;
  /** The JSON of the answer; absent: there is nothing to say (204). */
  readonly output?: z.ZodType;
  /** Media type of the answer where it is a file and not JSON. */
  readonly file?: string;
  /** When it went well; 200, or 204 without output. */
  readonly status?: 200 | 201;
  /** Whether the header `Idempotency-Key` must make the call count once. */
  readonly idempotent?: boolean;
  /** Refusals besides those that follow from access, body, query and path. */
  readonly refusals?: readonly RefusalCode[];
}
