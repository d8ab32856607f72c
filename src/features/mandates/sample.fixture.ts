import { randomUUID } from 'node:crypto';
import type { Signing } from './signed-mandate.ts';

export const APP_KEY = 'a key of 32 characters for tests.';
export const IBAN = 'DE89370400440532013000';
export const OTHER_IBAN = 'AT611904300234573201';

/** What a form sends; every call is another form. */
export function mandateInput(changes: Record<string, string> = {}): Record<string, string> {
  return {
    scheme: 'CORE',
    holder: 'Kanzlei Aydın & Töchter',
    iban: 'DE89 3704 0044 0532 0130 00',
    street: 'Uferstraße 1',
    postcode: '10115',
    city: 'Berlin',
    country: 'DE',
    place: 'Berlin',
    signature: 'Ayşe Aydın',
    agreed: 'on',
    replaces: '',
    key: randomUUID(),
    ...changes,
  };
}

export const SIGNING: Signing = {
  appKey: APP_KEY,
  creditor: {
    id: 'DE98ZZZ09999999999',
    name: 'Spreebrief Musterpost GmbH',
    street: 'Laternenkai 12',
    postcode: '10999',
    city: 'Berlin',
    country: 'DE',
  },
  clientAddress: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (test)',
};
