export { addressGroup, clientAddress } from './client-address.ts';
export { compress } from './compress.ts';
export { readBytes } from './read-body.ts';
export { isSameSite, localAddress } from './same-site.ts';
export { FRAMES_POLICY, PREVIEW_POLICY, securityHeaders } from './security-headers.ts';
export { streamBody } from './stream-body.ts';
