import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 characters of which no two are mistaken for each other: neither 0 and O nor 1, I and L appear together. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 12;
const GROUP = /.{4}(?=.)/g;

/** How long a one-time password opens the door. */
export const ONE_TIME_MINUTES = 30;

/** A new one-time password of 60 bits in groups of four, for example `K7QF-93MX-2B8T`. */
export function makeOneTimePassword(): string {
  const characters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]);
  return characters.join('').replace(GROUP, '$&-');
}

/** What is stored of it. A fast hash will do: nobody tries 2^60 values in half an hour. */
export function oneTimeHash(typed: string): Buffer {
  return createHash('sha256').update(mended(typed)).digest();
}

/** Whether what was typed is the one-time password behind the hash. */
export function isOneTimePassword(typed: string, stored: Buffer): boolean {
  return timingSafeEqual(oneTimeHash(typed), stored);
}

/** Small letters, spaces and hyphens do not matter, and what looks like an L is one. */
function mended(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/[1I]/g, 'L');
}
