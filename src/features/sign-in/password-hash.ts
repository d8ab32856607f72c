import { hash, verify } from '@node-rs/argon2';
import { composePassword } from './password-rules.ts';

/** Argon2id (the library's default) with 19 MiB, two passes, one lane: OWASP's first choice, 25 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a random value that nobody kept: what is compared when there is no account. */
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$sPNWHlYTojYRWVphypjydw$X32XRCCaf1wzey+qhWOdD5l3pgVUpDQQxWHs9mTapns';

/** What is stored of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(composePassword(password), COST);
}

/**
 * Whether the typed password is the one behind the hash. Without a hash (no such account) it takes the same work
 * to say no, so that the time of the answer does not tell who is a customer.
 */
export async function verifyPassword(stored: string | undefined, typed: string): Promise<boolean> {
  const isHash = stored?.startsWith('$argon2id$') ?? false;
  const fits = await verify(isHash && stored ? stored : NOBODYS, composePassword(typed));
  return isHash && fits;
}
