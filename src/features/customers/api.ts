import { z } from 'zod';
import { transaction } from '../../platform/context.ts';
import { apiRoute, closedObject, noted, rowId } from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { addressesFor, openCostCentres } from './queries.ts';

const AddressesQuery = closedObject({
  use: noted(z.enum(['delivery', 'pickup']), {
    de: 'Wofür sie gut sein soll',
    en: 'What it is to be good for',
  }),
});

const AddressJson = z
  .object({
    id: rowId,
    label: z.string(),
    recipient: z.string(),
    street: z.string(),
    postcode: z.string(),
    city: z.string(),
    contactName: z.string(),
    contactPhone: z.string(),
    driverHint: z.string(),
  })
  .meta({ id: 'Address' });

const CostCentreJson = z.object({ id: rowId, code: z.string(), name: z.string() }).meta({ id: 'CostCentre' });

/** What of the firm's own a booking names by its id. */
export const customerApi: readonly Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/addresses',
    access: 'signed-in',
    api: {
      summary: { de: 'Adressen der Firma', en: 'Addresses of the firm' },
      query: AddressesQuery,
      output: z.object({ addresses: z.array(AddressJson) }),
    },
    async handle(request, { query }) {
      return { addresses: await transaction(customerCtx(request), (tx) => addressesFor(tx, query.use)) };
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/cost-centres',
    access: 'signed-in',
    api: {
      summary: { de: 'Offene Kostenstellen der Firma', en: 'Open cost centres of the firm' },
      output: z.object({ costCentres: z.array(CostCentreJson) }),
    },
    async handle(request) {
      return { costCentres: await transaction(customerCtx(request), openCostCentres) };
    },
  }),
];
