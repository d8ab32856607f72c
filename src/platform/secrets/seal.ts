import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * What a sealed value looks like: one byte for the form, four that say which key sealed it, the nonce, the
 * ciphertext, the tag. The first two parts are authenticated along with the text.
 */
const FORM = 1;
const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_ID_BYTES;

/** A sealed value cannot be opened: it was sealed with another key, for another purpose or owner, or is damaged. */
export class Unsealable extends Error {
  constructor(reason: string) {
    super(`A stored secret cannot be read: ${reason}`);
    this.name = 'Unsealable';
  }
}

/**
 * Encrypts a text for storage: AES-256-GCM under a key derived (HKDF-SHA-256) from APP_KEY for this purpose alone.
 * @param purpose what it is, for example `totp` or `iban`; a value of one purpose never opens as another
 * @param owner whose it is, for example `person 42`; a value copied into another row does not open there
 */
export function seal(appKey: string, purpose: string, plaintext: string, owner = ''): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const head = Buffer.concat([Buffer.of(FORM), keyId(appKey)]);
  const cipher = createCipheriv('aes-256-gcm', derive(appKey, `seal ${purpose}`, 32), nonce);
  cipher.setAAD(Buffer.concat([head, Buffer.from(owner)]));
  const text = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return Buffer.concat([head, nonce, text, cipher.getAuthTag()]);
}

/** Decrypts what {@link seal} made with the same key, purpose and owner. Throws {@link Unsealable}. */
export function unseal(appKey: string, purpose: string, sealed: Uint8Array, owner = ''): string {
  const bytes = Buffer.from(sealed);
  if (bytes.length < HEAD_BYTES + NONCE_BYTES + TAG_BYTES) throw new Unsealable('too short');
  const head = bytes.subarray(0, HEAD_BYTES);
  if (head[0] !== FORM) throw new Unsealable('unknown form');
  if (!head.subarray(1).equals(keyId(appKey))) throw new Unsealable('sealed with another APP_KEY');
  const nonce = bytes.subarray(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', derive(appKey, `seal ${purpose}`, 32), nonce);
  decipher.setAAD(Buffer.concat([head, Buffer.from(owner)]));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const text = bytes.subarray(HEAD_BYTES + NONCE_BYTES, -TAG_BYTES);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch {
    throw new Unsealable('another purpose or owner, or changed since');
  }
}

/** Tells keys apart without telling anything about them. */
const keyId = (appKey: string): Buffer => derive(appKey, 'key id', KEY_ID_BYTES);

const derive = (appKey: string, purpose: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', appKey, 'kundenportal', purpose, bytes));
