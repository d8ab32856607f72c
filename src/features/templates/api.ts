import { z } from 'zod';
import { transaction } from '../../platform/context.ts';
import { apiRoute, bilingual, closedObject, code, noted, rowId } from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { listTemplates } from './queries.ts';
import { saveTemplate } from './save-template.ts';
import { SaveTemplate } from './schemas.ts';

const Template = z
  .object({
    id: rowId,
    name: z.string(),
    service: code,
    serviceName: bilingual,
    answers: z.record(z.string(), z.string()),
  })
  .meta({ id: 'OrderTemplate' });

export const templateApi: readonly Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/order-templates',
    access: 'signed-in',
    api: {
      summary: { de: 'Vorlagen der Firma', en: 'Templates of the firm' },
      output: z.object({ templates: z.array(Template) }),
    },
    async handle(request) {
      const rows = await transaction(customerCtx(request), listTemplates);
      return {
        templates: rows.map(({ id, name, serviceCode, serviceName, answers }) => ({
          id,
          name,
          service: serviceCode,
          serviceName,
          answers: Object.fromEntries(answers),
        })),
      };
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/order-templates',
    access: 'orders.place',
    api: {
      summary: {
        de: 'Angaben eines Auftrags als Vorlage speichern',
        en: 'Save the details of an order as a template',
      },
      input: closedObject({
        number: noted(
          SaveTemplate.shape.number,
          { de: 'Auftragsnummer', en: 'Order number' },
          { examples: ['A-2026-000042'] },
        ),
        name: SaveTemplate.shape.name,
      }),
      output: z.object({ id: rowId }),
      status: 201,
      refusals: ['limit-reached', 'not-found'],
    },
    handle: (request, { input }) => saveTemplate(customerCtx(request), input),
  }),
];
