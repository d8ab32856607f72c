import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN = /^[\w-]{43}$/;

/** A new unguessable token (256 bits) for the cookie; only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether the text could be a token at all; anything else is not worth a statement. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** What the database knows of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * The proof that a form came from a page of ours, unguessable without the key.
 * @param boundTo what the form belongs to: a session, or the cookie of a visitor
 */
export function forgeryToken(appKey: string, boundTo: string): string {
  return createHmac('sha256', appKey).update(`form:${boundTo}`).digest('base64url');
}

/** Compares without telling by its duration how much was right. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
