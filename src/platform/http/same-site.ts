/**
 * Whether the browser says that the request came from a page of this portal. Needs at least one of the two
 * headers: every browser of the last years sends Origin with a form that is posted.
 */
export function isSameSite(request: {
  fetchSite: string | undefined;
  origin: string | undefined;
  ownOrigin: string;
}): boolean {
  if (request.fetchSite !== undefined && request.fetchSite !== 'same-origin') return false;
  if (request.origin !== undefined) return request.origin === request.ownOrigin;
  return request.fetchSite === 'same-origin';
}

/**
 * An address of this portal to go on to, or undefined. Resolved like a browser would, because `/\evil.example`
 * and `//evil.example` begin with a slash and lead elsewhere.
 */
export function localAddress(address: string | undefined, ownOrigin: string): string | undefined {
  if (!address?.startsWith('/') || !URL.canParse(address, ownOrigin)) return undefined;
  const url = new URL(address, ownOrigin);
  // `/.//evil.example` resolves to a path that begins with two slashes: as an address of its own it leads elsewhere
  const isOurs = url.origin === new URL(ownOrigin).origin && !url.pathname.startsWith('//');
  return isOurs ? url.pathname + url.search : undefined;
}
