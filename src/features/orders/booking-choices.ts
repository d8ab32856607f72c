import type { Transaction } from '../../platform/db/database.ts';
import { cleanText } from '../../platform/input.ts';
import { type FormFields, fieldValue } from '../../web/index.ts';
import { type AddressUse, addressesFor, openCostCentres } from '../customers/index.ts';

/** What of the firm's own a booking can name. */
export async function bookingChoices(tx: Transaction, use: AddressUse) {
  return { addresses: await addressesFor(tx, use), costCentres: await openCostCentres(tx) };
}

const FIELDS = ['slot', 'addressId', 'reference', 'costCentreId', 'driverHint', 'from'] as const;

/** The answers of the booking fields as they will be stored, as pairs to be carried to another step. */
export function carriedBooking(fields: FormFields): [string, string][] {
  return FIELDS.map((name): [string, string] => [name, cleanText(fieldValue(fields, name))]).filter(
    ([, value]) => value !== '',
  );
}
