import type { z } from 'zod';
import { parseInput } from '../platform/input.ts';
import type { ApiDescription } from './api-description.ts';
import { readJson, readQuery, submissionKeyOf } from './api-read.ts';
import type { PageRequest } from './page-request.ts';
import { json } from './respond.ts';
import type { Access, Route } from './route.ts';

type Nothing = z.ZodObject<Record<never, never>>;

/** What a call brought, checked against the description of its route. */
export interface ApiCall<Input extends z.ZodObject, Query extends z.ZodObject> {
  readonly input: z.output<Input>;
  readonly query: z.output<Query>;
  /** Of the header `Idempotency-Key`; empty where the route asks for none. */
  readonly key: string;
}

/**
 * Makes a route of the JSON API. Its description is what reads the call and what is published, so that the two
 * cannot differ.
 * @param route `handle` gives the JSON of the answer, or nothing where no output is described
 */
export function apiRoute<
  Input extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Output extends z.ZodType = z.ZodVoid,
>(route: {
  readonly method: Route['method'];
  readonly path: string;
  readonly access: Access;
  readonly api: ApiDescription & { input?: Input; query?: Query; output?: Output };
  readonly handle: (
    request: PageRequest,
    call: ApiCall<Input, Query>,
  ) => z.input<Output> | Promise<z.input<Output>>;
}): Route {
  const { method, path, access, api, handle } = route;
  return {
    method,
    path,
    access,
    door: 'api',
    api,
    async handle(request) {
      const answer = await handle(request, {
        query: (api.query ? readQuery(request, api.query) : {}) as z.output<Query>,
        key: api.idempotent ? submissionKeyOf(request) : '',
        input: (api.input ? parseInput(api.input, await readJson(request)) : {}) as z.output<Input>,
      });
      return api.output ? json(request, answer, api.status) : empty(request);
    },
  };
}

function empty(request: PageRequest): Response {
  const headers = new Headers(request.answerHeaders);
  headers.set('cache-control', 'no-store');
  return new Response(null, { status: 204, headers });
}
