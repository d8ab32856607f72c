import type { Transaction } from '../../platform/db/database.ts';
import { countryName } from '../../platform/i18n/index.ts';
import { defaultBillingAddress } from './addresses/queries.ts';
import { findInvoiceSettings } from './invoice-settings/queries.ts';
import { DEFAULT_SETTINGS } from './invoice-settings/schemas.ts';

/**
 * The lines of the address that letters about money go to: the firm, who reads it there where that is somebody else, and
 * the country where it is another one than the carrier's. Undefined for a firm without a default billing address.
 * @param firm its name
 */
export async function billingRecipient(tx: Transaction, firm: string): Promise<string[] | undefined> {
  const address = await defaultBillingAddress(tx);
  if (!address) return undefined;
  const { country } = (await findInvoiceSettings(tx)).values;
  return [
    firm,
    ...(address.recipient === firm ? [] : [address.recipient]),
    address.street,
    `${address.postcode} ${address.city}`,
    // in the language of the country that the letter leaves, whose post reads it
    ...(country === DEFAULT_SETTINGS.country ? [] : [countryName(country, 'de').toUpperCase()]),
  ];
}
