import { addressGroup } from '../http/index.ts';

/** Whose network an address belongs to, as far as it shows by itself. Nobody is asked. */
export type NetworkKind = 'own-machine' | 'private' | 'public' | 'unknown';

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/;

/**
 * The part of an address that a session keeps, for the person to recognise it by: a /24 of IPv4, a /64 of IPv6.
 * Empty when the address is none.
 */
export function networkOf(address: string): string {
  const group = addressGroup(address);
  if (IPV4.test(group)) return group.replace(/\.\d+$/, '.0/24');
  return /^[\da-f:]+\/64$/i.test(group) ? group : '';
}

/** What kind of network that is (RFC 1918, 4193, 4291, 6598). */
export function networkKind(network: string): NetworkKind {
  if (network === '') return 'unknown';
  const [first = 0, second = 0] = IPV4.test(network.replace(/\/24$/, ''))
    ? network.split('.').map(Number)
    : [];
  if (first === 127 || network === '0:0:0:0::/64') return 'own-machine';
  const isPrivate =
    first === 10 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second < 128) ||
    /^(f[cd]|fe[89ab])/i.test(network);
  return isPrivate ? 'private' : 'public';
}
