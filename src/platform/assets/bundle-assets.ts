import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';
import type { Asset, Assets } from './assets.ts';
import { accentOnWhite, carrierStylesheet, DEFAULT_ACCENT } from './carrier-stylesheet.ts';
import { contentHash, makeAsset } from './make-asset.ts';

export interface AssetOptions {
  /** The carrier's colour as `#rrggbb`; its tokens are served as `carrier.css`. */
  readonly accent?: string;
  /** What {@link bundleSources} makes, where it has been begun already. */
  readonly sources?: Promise<Bundle>;
}

const UI = fileURLToPath(new URL('../../ui/', import.meta.url));
const PICTURES = path.join(UI, 'pictures');
const PREFIX = '/assets/';

/**
 * Makes everything under `/assets/` in memory: each `ui/client/*.ts` is a script, `ui/styles/app.css` the
 * stylesheet, `ui/pictures/*` take on the carrier's colour. Nothing is written to disk, so a start needs no build
 * before it and can never serve what an earlier version left behind.
 */
export async function bundleAssets(options: AssetOptions = {}): Promise<Assets> {
  const addresses = new Map<string, string>();
  const files = new Map<string, Asset>();
  const add = (name: string, file: string, content: Uint8Array) => {
    addresses.set(name, PREFIX + file);
    files.set(PREFIX + file, makeAsset(file, content));
  };

  const bundle = await (options.sources ?? bundleSources());
  for (const output of bundle.outputs) add(output.name, output.file, output.content);
  const accent = options.accent ?? DEFAULT_ACCENT;
  for (const picture of await pictures(accentOnWhite(accent))) {
    add(picture.name, hashedName(picture.name, picture.content), picture.content);
  }
  const carrier = Buffer.from(carrierStylesheet(accent));
  add('carrier.css', hashedName('carrier.css', carrier), carrier);

  return {
    url(name) {
      const address = addresses.get(name);
      if (address === undefined) throw new Error(`There is no asset called ${name}`);
      return address;
    },
    preloads: bundle.chunksOfApp.map((file) => PREFIX + file),
    find: (pathname) => files.get(pathname),
  };
}

/** Scripts and styles as browsers get them. */
export interface Bundle {
  readonly outputs: readonly { name: string; file: string; content: Uint8Array }[];
  readonly chunksOfApp: readonly string[];
}

/** Bundles the scripts and the stylesheet, in a process that is gone afterwards. */
export async function bundleSources(): Promise<Bundle> {
  const { build, stop } = await import('esbuild');
  const client = path.join(UI, 'client');
  const scripts = (await readdir(client)).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  const result = await build({
    absWorkingDir: UI,
    entryPoints: [...scripts.map((name) => path.join(client, name)), path.join(UI, 'styles', 'app.css')],
    outdir: 'out',
    bundle: true,
    write: false,
    splitting: true,
    format: 'esm',
    minify: true,
    // Every browser that knows `light-dark()`, which the stylesheet stands on, knows the rest of ES2022.
    target: 'es2022',
    supported: { nesting: true },
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  await stop();
  const contents = new Map(result.outputFiles.map((file) => [path.basename(file.path), file.contents]));
  const outputs = Object.entries(result.metafile.outputs).flatMap(([file, output]) => {
    const base = path.basename(file);
    const content = contents.get(base);
    return content ? [{ name: plainName(base, output.entryPoint), file: base, content }] : [];
  });
  return { outputs, chunksOfApp: chunksOf(result.metafile, 'client/app.ts') };
}

/** `client/app.ts` → `app.js`; a chunk has no entry point and keeps its hashed name. */
function plainName(file: string, entryPoint: string | undefined): string {
  return entryPoint ? path.basename(entryPoint).replace(/\.ts$/, '.js') : file;
}

function chunksOf(metafile: Metafile, entryPoint: string): string[] {
  const entry = Object.values(metafile.outputs).find((output) => output.entryPoint === entryPoint);
  const eager = entry?.imports.filter((imported) => imported.kind === 'import-statement') ?? [];
  return eager.map((imported) => path.basename(imported.path));
}

/** The pictures, which are drawn in the default accent, in the accent of the carrier. */
async function pictures(accent: string): Promise<{ name: string; content: Buffer }[]> {
  const names = (await readdir(PICTURES)).filter((name) => name.endsWith('.svg')).sort();
  return Promise.all(
    names.map(async (name) => {
      const drawing = await readFile(path.join(PICTURES, name), 'utf8');
      return { name, content: Buffer.from(drawing.replaceAll(DEFAULT_ACCENT, accent)) };
    }),
  );
}

function hashedName(name: string, content: Uint8Array): string {
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}-${contentHash(content)}${name.slice(dot)}`;
}
