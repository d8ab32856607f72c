import type { Bench, Measured, Site } from '../bench.ts';
import { type Browser, openBrowser, type Page } from '../portal/browser.ts';
import { tags } from '../portal/html.ts';
import { FIRMS, signIn } from '../portal/sign-in.ts';
import { rounded } from '../statistics.ts';

const TARGET_KILOBYTES = 30;
/** As current browsers send it. */
const ACCEPTED = 'gzip, deflate, br, zstd';

/** Everything that a browser without a cache fetches to show a page, in the form in which it is sent. */
export async function measureFirstLoad(bench: Bench, { portal }: Site): Promise<Measured> {
  bench.say('firstLoad');
  const visitor = await fetchAll(openBrowser(portal.port), '/anmelden', ACCEPTED);
  const member = await signIn(portal.port, FIRMS[0]);
  const home = await fetchAll(member, '/', ACCEPTED);
  const withGzip = await fetchAll(member, '/', 'gzip');
  const kilobytes = Math.max(visitor.bytes, home.bytes) / 1024;
  return {
    json: {
      kilobytes: rounded(kilobytes),
      target: TARGET_KILOBYTES,
      signIn: visitor,
      home,
      homeWithGzipOnly: withGzip,
    },
    lines: [
      {
        what: 'first load of a page, KB compressed',
        value: `${rounded(kilobytes)}`,
        target: { text: `≤ ${TARGET_KILOBYTES}`, isMet: kilobytes <= TARGET_KILOBYTES },
      },
      ...[...Object.entries(home.files)].map(([file, bytes]) => ({
        what: `  ${file}`,
        value: `${bytes} bytes`,
      })),
    ],
  };
}

interface FirstLoad {
  readonly bytes: number;
  readonly files: Readonly<Record<string, number>>;
}

async function fetchAll(browser: Browser, path: string, accepted: string): Promise<FirstLoad> {
  const files = new Map<string, number>();
  const wanted = [path];
  for (let next = wanted.shift(); next !== undefined; next = wanted.shift()) {
    if (files.has(next)) continue;
    const page = await browser.get(next, accepted);
    if (page.status !== 200) throw new Error(`${next} was answered with ${page.status}`);
    files.set(next, page.bytes);
    wanted.push(...mentioned(page, next));
  }
  return {
    bytes: [...files.values()].reduce((sum, bytes) => sum + bytes, 0),
    files: Object.fromEntries(files),
  };
}

/** The addresses that the browser fetches because of this file. */
function mentioned({ headers, text }: Page, path: string): string[] {
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, address = '']) => address);
  const addresses = () => {
    switch (headers['content-type']?.split(';')[0]) {
      case 'text/html':
        return [
          ...tags(text, 'link').map(({ href = '' }) => href),
          ...tags(text, 'script').map(({ src = '' }) => src),
          ...tags(text, 'img').map(({ src = '' }) => src),
        ];
      case 'text/css':
        return found(/url\("?([^")]+)"?\)/g);
      case 'text/javascript':
        return found(/(?:from|import)\s*\(?"([^"]+)"/g);
      default:
        return [];
    }
  };
  return addresses()
    .filter((address) => address !== '' && !address.startsWith('data:'))
    .map((address) => new URL(address, `http://portal${path}`).pathname);
}
