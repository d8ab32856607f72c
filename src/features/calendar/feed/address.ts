import { createHmac } from 'node:crypto';

/** The secret part of an address, 256 bits made from the stored seed with APP_KEY. */
export function feedToken(appKey: string, seed: Uint8Array): string {
  return createHmac('sha256', appKey).update('calendar feed:').update(seed).digest('base64url');
}
