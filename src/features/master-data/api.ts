import { z } from 'zod';
import { COUNTRIES } from '../../domain/countries.ts';
import { transaction } from '../../platform/context.ts';
import { apiRoute, closedObject, noted } from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { changeInvoiceSettings } from './invoice-settings/change-invoice-settings.ts';
import { findInvoiceSettings } from './invoice-settings/queries.ts';
import { MOST_COPIES } from './invoice-settings/schemas.ts';

const PATH = '/api/v1/invoice-settings';

const addresses = z.array(z.string().max(254)).max(MOST_COPIES);
const values = {
  invoiceCopies: addresses,
  reportCopies: addresses,
  receiptCopies: addresses,
  einvoiceFormat: z.enum(['zugferd', 'xrechnung']),
  leitwegId: noted(z.string().max(60), { de: 'Leer: keine', en: 'Empty: none' }),
  buyerReference: z.string().max(100),
  vatId: noted(
    z.string().max(30),
    { de: 'USt-IdNr. der Firma; leer: keine', en: 'VAT ID of the firm; empty: none' },
    { examples: ['DE123456788'] },
  ),
  country: noted(z.enum(COUNTRIES), {
    de: 'Land der Rechnungsanschrift (ISO 3166)',
    en: 'Country of the billing address (ISO 3166)',
  }),
  priceDisplay: z.enum(['net', 'gross']),
};
const version = noted(z.int().min(0), {
  de: 'Stand, auf dem geändert wird; 0: noch nichts eingestellt',
  en: 'What the change is based on; 0: nothing was set yet',
});

const SettingsJson = z.object({ version, ...values }).meta({ id: 'InvoiceSettings' });

/** How the firm wants its bills. */
export const masterDataApi: readonly Route[] = [
  apiRoute({
    method: 'GET',
    path: PATH,
    access: 'signed-in',
    api: {
      summary: { de: 'Rechnungseinstellungen der Firma', en: 'Invoice settings of the firm' },
      output: SettingsJson,
    },
    handle: (request) => transaction(customerCtx(request), async (tx) => json(await findInvoiceSettings(tx))),
  }),
  apiRoute({
    method: 'POST',
    path: PATH,
    access: 'billing.edit',
    api: {
      summary: { de: 'Rechnungseinstellungen ändern', en: 'Change the invoice settings' },
      input: closedObject({ version, ...values }),
      output: SettingsJson,
      refusals: ['stale'],
    },
    async handle(request, { input }) {
      const ctx = customerCtx(request);
      await changeInvoiceSettings(ctx, input);
      return transaction(ctx, async (tx) => json(await findInvoiceSettings(tx)));
    },
  }),
];

const json = ({ version: is, values: set }: Awaited<ReturnType<typeof findInvoiceSettings>>) => ({
  version: is,
  ...set,
  country: set.country as (typeof COUNTRIES)[number],
});
