import { maskIban } from '../../platform/iban.ts';
import type { MandateRow } from './queries.ts';

/** What the audit log says about a mandate: enough to recognize the account, not to use it. */
export function auditedMandate(
  mandate: Pick<
    MandateRow,
    | 'reference'
    | 'scheme'
    | 'holder'
    | 'street'
    | 'postcode'
    | 'city'
    | 'country'
    | 'iban_country'
    | 'iban_last4'
  >,
) {
  const { reference, scheme, holder, street, postcode, city, country } = mandate;
  const iban = maskIban({ country: mandate.iban_country, last4: mandate.iban_last4 });
  return { reference, scheme, holder, street, postcode, city, country, iban };
}
