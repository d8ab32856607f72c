const RULES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];
const CONTENT_SECURITY_POLICY = RULES.join('; ');

/** Of a page that shows one of our own files in a frame. */
export const FRAMES_POLICY = [...RULES, "frame-src 'self'"].join('; ');

/**
 * Of a file that is looked at in a frame of ours: it loads nothing, runs nothing, and belongs to no origin. The PDF
 * viewers of browsers work in there.
 */
export const PREVIEW_POLICY = "sandbox; default-src 'none'; frame-ancestors 'self'";

/**
 * The headers that every answer carries, unless it brings one of its own. `referrer-policy` stays at same-origin: with no-referrer browsers send
 * `Origin: null` with our own forms, and the forgery check would refuse them.
 */
export function securityHeaders(isHttps: boolean): Record<string, string> {
  return {
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(isHttps ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}
