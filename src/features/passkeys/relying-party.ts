import type { PageRequest } from '../../web/index.ts';

/** The site that a passkey belongs to, as browsers and authenticators know it. */
export interface RelyingParty {
  /** The host without port. */
  readonly id: string;
  readonly origin: string;
  readonly name: string;
}

/**
 * The portal under the address that people see. Undefined where browsers make no passkeys: on an address of mere
 * numbers, and without TLS anywhere but on `localhost`.
 */
export function relyingPartyOf(request: PageRequest): RelyingParty | undefined {
  const { hostname, protocol, origin } = new URL(request.ownOrigin);
  const isName = /[a-z]/i.test(hostname) && !hostname.startsWith('[');
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  if (!isName || (protocol !== 'https:' && !isLocal)) return undefined;
  return { id: hostname, origin, name: request.services.carrier.name };
}
