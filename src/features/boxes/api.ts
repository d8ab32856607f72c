import { z } from 'zod';
import { transaction } from '../../platform/context.ts';
import { apiRoute, bilingual, code, rowId } from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { boxBalances } from './queries.ts';

export const boxApi: readonly Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/box-balances',
    access: 'signed-in',
    api: {
      summary: { de: 'Leihkisten je Adresse', en: 'Boxes on loan by address' },
      output: z.object({
        balances: z.array(
          z
            .object({
              addressId: rowId,
              address: z.string(),
              product: code,
              name: bilingual,
              pieces: z.int(),
            })
            .meta({ id: 'BoxBalance' }),
        ),
      }),
    },
    async handle(request) {
      const rows = await transaction(customerCtx(request), boxBalances);
      return {
        balances: rows.map(({ addressId, label, productCode, name, pieces }) => ({
          addressId,
          address: label,
          product: productCode,
          name,
          pieces: Number(pieces),
        })),
      };
    },
  }),
];
