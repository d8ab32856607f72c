import { z } from 'zod';
import { RIGHTS } from '../../domain/rights.ts';
import { instant, noted } from '../../web/api.ts';

/** How every refusal looks: RFC 9457, with a code for programs and words for people. */
export const ProblemJson = z
  .looseObject({
    type: z.string().optional(),
    code: noted(z.string(), { de: 'Der Grund, für Programme', en: 'The reason, for programs' }),
    status: z.int(),
    title: noted(z.string().optional(), {
      de: 'Der Grund für Menschen, in der Sprache von Accept-Language',
      en: 'The reason for people, in the language of Accept-Language',
    }),
    detail: z.string().optional(),
    fields: noted(
      z.array(z.object({ field: z.string(), problem: z.string(), limit: z.number().optional() })).optional(),
      { de: 'Nur bei `invalid`: was woran nicht stimmt', en: 'Only with `invalid`: what is wrong with what' },
    ),
    right: noted(z.enum(RIGHTS).optional(), { de: 'Nur bei `forbidden`', en: 'Only with `forbidden`' }),
    deadline: noted(instant.optional(), {
      de: 'Nur bei `past-deadline` und `past-change-deadline`',
      en: 'Only with `past-deadline` and `past-change-deadline`',
    }),
    at: noted(instant.optional(), { de: 'Nur bei `already-cancelled`', en: 'Only with `already-cancelled`' }),
    retryAfterSeconds: noted(z.int().optional(), {
      de: 'Nur bei `too-many-attempts`',
      en: 'Only with `too-many-attempts`',
    }),
    requestId: noted(z.string().optional(), {
      de: 'Nur bei `fault`: Kennung für den Kundenservice',
      en: 'Only with `fault`: identifier for customer service',
    }),
  })
  .meta({ id: 'Problem' });
