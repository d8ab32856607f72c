import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default) with 19 MiB, two passes, one lane: OWASP's first choice, 25 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a random value that nobody kept: what is compared when there is nothing to compare with. */
export const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$sPNWHlYTojYRWVphypjydw$X32XRCCaf1wzey+qhWOdD5l3pgVUpDQQxWHs9mTapns';

/** A salted hash that is slow on purpose, for what people choose or copy: passwords, recovery codes. */
export function slowHash(secret: string): Promise<string> {
  return hash(secret, COST);
}

/**
 * Whether the secret is the one behind the hash. Without a hash it takes the same work to say no, so that the time
 * of the answer does not tell whether there was one.
 */
export async function verifySlowHash(stored: string | undefined, secret: string): Promise<boolean> {
  const isHash = stored?.startsWith('$argon2id$') ?? false;
  const fits = await verify(isHash && stored ? stored : NOBODYS, secret);
  return isHash && fits;
}
