import { randomInt } from 'node:crypto';
import { slowHash } from '../../platform/secrets/index.ts';

/** 32 characters of which no two are mistaken for each other: neither 0 and O nor 1, I and L appear together. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const CODES = 10;
const GROUP = 4;
const GROUPS = 3;
const FORM = new RegExp(`^[${ALPHABET}]{${GROUP * GROUPS}}$`);

/** A code as it is stored. Its first group finds it, the slow hash of the whole proves it. */
export interface StoredCode {
  readonly selector: string;
  readonly hash: string;
}

/** Ten new codes, for example `K7QF-93MX-2B8T`: 20 bits to find each by, 40 bits that only the owner knows. */
export async function makeRecoveryCodes(): Promise<{ codes: string[]; stored: StoredCode[] }> {
  const bySelector = new Map<string, string>();
  while (bySelector.size < CODES) {
    const code = Array.from({ length: GROUP * GROUPS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    bySelector.set(selectorOf(code), code);
  }
  const plain = [...bySelector.values()];
  const stored = await Promise.all(
    plain.map(async (code) => ({ selector: selectorOf(code), hash: await slowHash(code) })),
  );
  return { codes: plain.map((code) => code.replace(/.{4}(?=.)/g, '$&-')), stored };
}

/**
 * A recovery code as people type it: small letters, spaces and hyphens do not matter, and what looks like an L is
 * one. Undefined when it has not the form of a recovery code.
 */
export function readRecoveryCode(typed: string): string | undefined {
  const mended = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/[1I]/g, 'L');
  return FORM.test(mended) ? mended : undefined;
}

/** The part of a code that it is found by. */
export const selectorOf = (code: string): string => code.slice(0, GROUP);
