import { createHmac, hkdfSync } from 'node:crypto';
import { seal, unseal } from '../../platform/secrets/index.ts';

const PURPOSE = 'iban';

const ownerOf = (reference: string) => `mandate ${reference}`;

/** The IBAN as it is stored; it opens for this mandate only. */
export const sealIban = (appKey: string, reference: string, iban: string): Buffer =>
  seal(appKey, PURPOSE, iban, ownerOf(reference));

/** The IBAN in clear. Throws `Unsealable` when it was sealed with another key or for another mandate. */
export const openIban = (appKey: string, reference: string, sealed: Uint8Array): string =>
  unseal(appKey, PURPOSE, sealed, ownerOf(reference));

/** Equal for equal texts. Without the key nobody can try out all account numbers until one fits. */
export function keyedHash(appKey: string, purpose: 'account' | 'submission', text: string): Buffer {
  const key = hkdfSync('sha256', appKey, 'kundenportal', `hash ${PURPOSE} ${purpose}`, 32);
  return createHmac('sha256', Buffer.from(key)).update(text).digest();
}
