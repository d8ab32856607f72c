import { z } from 'zod';
import { type FieldProblem, refuse } from '../domain/refusal.ts';
import { parseInput, submissionKey } from '../platform/input.ts';
import { bodyOf, type PageRequest } from './page-request.ts';

/** The header that makes an order count once. */
export const KEY_HEADER = 'Idempotency-Key';

/** The JSON of the body. Refuses with `invalid` for another content type and for what is no JSON, `too-large`. */
export async function readJson(request: PageRequest): Promise<unknown> {
  const type = request.raw.headers.get('content-type');
  if (!type) refuseField('Content-Type', 'required');
  if (!/^application\/json\s*(;|$)/i.test(type)) refuseField('Content-Type', 'unknown');
  const body = await bodyOf(request);
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return refuseField('body', 'unreadable');
  }
}

/** The key of the submission. Refuses with `invalid` when the header is missing or has another form. */
export function submissionKeyOf(request: PageRequest): string {
  const sent = request.raw.headers.get(KEY_HEADER) ?? undefined;
  return parseInput(z.object({ [KEY_HEADER]: submissionKey }), { [KEY_HEADER]: sent })[KEY_HEADER] as string;
}

/** The query, checked. A parameter that may come several times is a list; `lang` is the door's and not looked at. */
export function readQuery<Query extends z.ZodObject>(request: PageRequest, schema: Query): z.output<Query> {
  const { searchParams } = request.url;
  const names = new Set([...searchParams.keys()].filter((name) => name !== 'lang'));
  const values = [...names].map((name) => {
    const all = searchParams.getAll(name);
    const isList = schema.shape[name] instanceof z.ZodArray;
    return [name, isList || all.length > 1 ? all : all[0]] as const;
  });
  return parseInput(schema, Object.fromEntries(values));
}

/** The token that a program sends with its calls; undefined when there is none of the right form. */
export function bearerOf(request: PageRequest): string | undefined {
  return /^Bearer (\S+)$/i.exec(request.raw.headers.get('authorization') ?? '')?.[1];
}

function refuseField(field: string, problem: FieldProblem['problem']): never {
  refuse({ code: 'invalid', fields: [{ field, problem }] });
}
