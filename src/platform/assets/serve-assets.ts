import type { Handler } from 'hono';
import { type Asset, type Assets, ENCODINGS, type Encoding } from './assets.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Answers `GET /assets/*` from memory, already compressed. */
export function serveAssets(assets: Assets): Handler {
  return (c) => {
    const asset = assets.find(c.req.path);
    // No caching of the refusal: during an update the other process may know the file in a moment.
    if (!asset) return c.text('Not found', 404, { 'cache-control': 'no-store' });

    const headers: Record<string, string> = {
      'content-type': asset.type,
      'cache-control': FOR_EVER,
      etag: asset.etag,
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    };
    if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304, headers);

    const encoding = chooseEncoding(asset, c.req.header('accept-encoding'));
    if (encoding) headers['content-encoding'] = encoding;
    const body = (encoding && asset.encodings[encoding]) || asset.body;
    headers['content-length'] = String(body.length);
    return c.body(new Uint8Array(body), 200, headers);
  };
}

/** The smallest form that the browser says it reads; `;q=0` means "not this one". */
export function chooseEncoding(asset: Asset, acceptEncoding: string | undefined): Encoding | undefined {
  if (!acceptEncoding) return undefined;
  const accepted = new Set<string>();
  for (const range of acceptEncoding.slice(0, 256).toLowerCase().split(',')) {
    const [name = '', weight] = range.split(';').map((part) => part.trim());
    if (!weight || !/^q=0(\.0*)?$/.test(weight)) accepted.add(name);
  }
  let best: Encoding | undefined;
  for (const encoding of ENCODINGS) {
    const size = asset.encodings[encoding]?.length;
    if (size === undefined || !accepted.has(encoding)) continue;
    if (best === undefined || size < (asset.encodings[best]?.length ?? 0)) best = encoding;
  }
  return best;
}
