export type { Asset, Assets, Encoding } from './assets.ts';
export { type AssetOptions, type Bundle, bundleAssets, bundleSources } from './bundle-assets.ts';
export { carrierStylesheet, DEFAULT_ACCENT } from './carrier-stylesheet.ts';
export { serveAssets } from './serve-assets.ts';
