import { slowHash, verifySlowHash } from '../../platform/secrets/index.ts';
import { composePassword } from './password-rules.ts';

/** What is stored of a password. */
export function hashPassword(password: string): Promise<string> {
  return slowHash(composePassword(password));
}

/**
 * Whether the typed password is the one behind the hash. Without a hash (no such account) it takes the same work
 * to say no, so that the time of the answer does not tell who is a customer.
 */
export function verifyPassword(stored: string | undefined, typed: string): Promise<boolean> {
  return verifySlowHash(stored, composePassword(typed));
}
