/**
 * The address that a request came from. Every trusted proxy appends the address it saw to X-Forwarded-For, so
 * with `hops` proxies the client is the entry `hops` from the right; what stands further left is the client's
 * own claim and worth nothing.
 */
export function clientAddress(remote: string, forwardedFor: string | undefined, hops: number): string {
  if (hops === 0 || !forwardedFor) return remote;
  const seen = forwardedFor.split(',').map((part) => part.trim());
  return seen.at(-hops) || remote;
}

/**
 * The part of an address that attempts are counted by: an IPv6 customer owns a whole /64 and could use a new
 * address for every attempt.
 */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  if (address.includes('::')) {
    const after = tail.split(':').filter(Boolean);
    while (groups.length + after.length < 8) groups.push('0');
    groups.push(...after);
  }
  return `${groups.slice(0, 4).map(shortest).join(':')}::/64`;
}

/** The same group can be written as `0DB8` and as `db8`. */
const shortest = (group: string) => Number.parseInt(group, 16).toString(16);
