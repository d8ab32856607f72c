import type { Refusal } from '../domain/refusal.ts';
import { formatsFor } from '../platform/i18n/index.ts';
import type { PageRequest } from './page-request.ts';
import { statusOf, wordsFor } from './refusals.ts';
import { json } from './respond.ts';

/** Answers a program with a refusal: RFC 9457, with the same code and words that people get. */
export function problem(request: PageRequest, refusal: Refusal): Response {
  const { code, ...details } = refusal;
  const words = wordsFor(refusal, formatsFor(request.ctx.language, request.services.carrier.timeZone));
  const status = statusOf(refusal);
  return json(
    request,
    {
      type: `urn:kundenportal:refusal:${code}`,
      code,
      status,
      title: words.title,
      detail: words.text,
      ...details,
    },
    status,
    'application/problem+json',
  );
}
