import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What a dishonest or broken authenticator or browser gets wrong. */
export interface Faults {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly challenge?: string;
  /** Nobody was asked for a finger, face or PIN. */
  readonly isUnverified?: boolean;
  readonly counter?: number;
  readonly isSignatureBroken?: boolean;
}

/** An authenticator in software, with one passkey (ECDSA P-256) that counts its signatures. */
export interface Authenticator {
  readonly credentialId: string;
  /** Answers what `navigator.credentials.create` would, as JSON. */
  register(options: { challenge: string }, faults?: Faults): string;
  /** Answers what `navigator.credentials.get` would, as JSON. */
  assert(options: { challenge: string }, faults?: Faults): string;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

export function authenticator(site: { origin: string; rpId: string }): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;

  const clientData = (type: string, challenge: string, faults: Faults) =>
    Buffer.from(
      JSON.stringify({
        type: faults.type ?? type,
        challenge: faults.challenge ?? challenge,
        origin: faults.origin ?? site.origin,
        crossOrigin: false,
      }),
    );
  const head = (faults: Faults, flags: number) => {
    counter = faults.counter ?? counter + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flagged = faults.isUnverified ? flags & ~VERIFIED : flags;
    return Buffer.concat([sha256(faults.rpId ?? site.rpId), Buffer.of(flagged), count]);
  };
  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      response,
      clientExtensionResults: {},
    });

  return {
    credentialId: id.toString('base64url'),
    register({ challenge }, faults = {}) {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      // COSE: EC2, ES256, P-256
      const key = map([
        [uint(1), uint(2)],
        [uint(3), negative(-7)],
        [negative(-1), uint(1)],
        [negative(-2), bytes(Buffer.from(x, 'base64url'))],
        [negative(-3), bytes(Buffer.from(y, 'base64url'))],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const data = Buffer.concat([
        head(faults, PRESENT | VERIFIED | ATTESTED),
        Buffer.alloc(16),
        length,
        id,
        key,
      ]);
      const attestation = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(data)],
      ]);
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge, faults).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      });
    },
    assert({ challenge }, faults = {}) {
      const client = clientData('webauthn.get', challenge, faults);
      const data = head(faults, PRESENT | VERIFIED);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      if (faults.isSignatureBroken) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      });
    },
  };
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();

// As much of CBOR (RFC 8949) as a credential needs.
const item = (major: number, value: number): Buffer => {
  if (value < 24) return Buffer.of((major << 5) | value);
  if (value < 256) return Buffer.of((major << 5) | 24, value);
  return Buffer.of((major << 5) | 25, value >> 8, value & 255);
};
const uint = (value: number) => item(0, value);
const negative = (value: number) => item(1, -1 - value);
const bytes = (value: Buffer) => Buffer.concat([item(2, value.length), value]);
const text = (value: string) => Buffer.concat([item(3, value.length), Buffer.from(value)]);
const map = (pairs: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([item(5, pairs.length), ...pairs.flat()]);
