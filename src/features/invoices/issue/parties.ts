import type { Buyer, EInvoiceFormat, Seller } from '../../../domain/invoicing/index.ts';
import type { Carrier } from '../../../platform/carrier/carrier.ts';
import type { Customer } from '../../../platform/context.ts';
import type { Language } from '../../../platform/i18n/index.ts';
import type { BillingFacts } from './queries.ts';

/** Where the carrier is: its address has no country, because it does not move. Firms are there until they say otherwise. */
const COUNTRY = 'DE';
const CONTACT: Record<Language, string> = { de: 'Kundenservice', en: 'Customer service' };

/** The carrier as it stands on what it issues. */
export const sellerOf = (carrier: Carrier, language: Language): Seller => ({
  name: carrier.legalName,
  street: carrier.street,
  postcode: carrier.postcode,
  city: carrier.city,
  country: COUNTRY,
  contact: CONTACT[language],
  phone: carrier.phone,
  email: carrier.email,
  vatId: carrier.vatId,
  taxNumber: carrier.taxNumber,
  legalNote: carrier.register,
});

/** The firm at its default billing address. */
export function buyerOf(customer: Customer, facts: BillingFacts): Buyer | undefined {
  const { address, settings, contact } = facts;
  if (!address) return undefined;
  const { recipient, street, postcode, city } = address;
  const email = settings?.invoice_copies[0] ?? contact?.email;
  return {
    customerNumber: customer.number,
    name: customer.name,
    addition: recipient === customer.name ? '' : recipient,
    street,
    postcode,
    city,
    country: settings?.country ?? COUNTRY,
    vatId: settings?.vat_id ?? '',
    electronicAddress: settings?.leitweg_id
      ? { scheme: '0204', id: settings.leitweg_id }
      : email
        ? { scheme: 'EM', id: email }
        : null,
  };
}

/** BT-10: public buyers route by their Leitweg-ID; XRechnung wants one from everybody, so the number steps in. */
export const buyerReferenceOf = (customer: Customer, { settings }: BillingFacts): string =>
  settings?.leitweg_id || settings?.buyer_reference || customer.number;

/** A Leitweg-ID asks for XRechnung whatever else is set. */
export const formatOf = ({ settings }: BillingFacts): EInvoiceFormat =>
  settings?.leitweg_id ? 'xrechnung' : (settings?.einvoice_format ?? 'zugferd');
