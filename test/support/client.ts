import type { Hono } from 'hono';
import { DEMO_PASSWORD } from '../../src/demo/demo-password.ts';
import { type FormView, formsOf, textOf } from './html.ts';

/** One answer of the portal, as a browser shows it after following redirects. */
export interface Page {
  readonly status: number;
  /** Path and query of the address that answered. */
  readonly address: string;
  readonly headers: Headers;
  readonly html: string;
  /** What a reader sees. */
  readonly text: string;
  readonly forms: readonly FormView[];
}

export type Fields = Readonly<Record<string, string | number | readonly string[]>>;

interface SendOptions {
  /** Headers besides or instead of the browser's own; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** False: the redirect itself is the answer. */
  readonly follow?: boolean;
}

/** A browser without JavaScript: keeps its cookie, says where a form came from, follows redirects. */
export interface Client {
  /** What the browser would send as `Cookie`. */
  cookie: string;
  /** The last answer. */
  readonly page: Page;
  get(address: string, options?: SendOptions): Promise<Page>;
  /**
   * Posts these fields with the `_csrf` and, if there is one, `_key` of the forms on the last page; fields given
   * here win.
   */
  post(address: string, fields?: Fields, options?: SendOptions): Promise<Page>;
  /** Sends a form of the last page with everything that it holds, changed by these fields. */
  submit(action: string | RegExp, fields?: Fields, options?: SendOptions): Promise<Page>;
  signIn(customerNumber: string, email: string, password?: string): Promise<Page>;
}

const ORIGIN = 'http://portal.test';
const MOST_REDIRECTS = 5;

/** A new browser in front of the app. */
export function clientOf(app: Hono): Client {
  const jar = new Map<string, string>();
  let last: Page | undefined;

  async function send(method: string, address: string, body: string | undefined, options: SendOptions) {
    const headers = browserHeaders(method, jar);
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      if (value === undefined) headers.delete(name);
      else headers.set(name, value);
    }
    const response = await app.request(new URL(address, ORIGIN).href, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    return response;
  }

  async function visit(method: string, address: string, body: string | undefined, options: SendOptions) {
    let at = address;
    let response = await send(method, at, body, options);
    for (let step = 0; isRedirect(response) && options.follow !== false; step += 1) {
      if (step === MOST_REDIRECTS) throw new Error(`Too many redirects from ${address}`);
      at = pathOf(new URL(response.headers.get('location') ?? '', new URL(at, ORIGIN)));
      response = await send('GET', at, undefined, {});
    }
    last = await readPage(response, pathOf(new URL(at, ORIGIN)));
    return last;
  }

  const client: Client = {
    get cookie() {
      return cookieOf(jar);
    },
    set cookie(header: string) {
      jar.clear();
      for (const pair of header.split('; ')) keep(jar, pair);
    },
    get page() {
      if (!last) throw new Error('This browser has not been anywhere');
      return last;
    },
    get: (address, options = {}) => visit('GET', address, undefined, options),
    post: (address, fields = {}, options = {}) =>
      visit('POST', address, encode({ ...hiddenOf(last), ...fields }), options),
    submit(action, fields = {}, options = {}) {
      const form = client.page.forms.find((one) =>
        typeof action === 'string' ? one.action === action : action.test(one.action),
      );
      if (!form) throw new Error(`There is no form for ${action} on ${client.page.address}`);
      const values = encode({ ...grouped(form.fields), ...fields });
      return form.method === 'post'
        ? visit('POST', form.action, values, options)
        : visit('GET', `${form.action}?${values}`, undefined, options);
    },
    async signIn(customerNumber, email, password = DEMO_PASSWORD) {
      await client.get('/anmelden');
      return client.submit('/anmelden', { customerNumber, email, password });
    },
  };
  return client;
}

function browserHeaders(method: string, jar: ReadonlyMap<string, string>): Headers {
  const headers = new Headers({
    accept: 'text/html',
    'accept-language': 'de',
    'sec-fetch-site': 'same-origin',
  });
  if (jar.size > 0) headers.set('cookie', cookieOf(jar));
  if (method === 'POST') {
    headers.set('origin', ORIGIN);
    headers.set('content-type', 'application/x-www-form-urlencoded');
  }
  return headers;
}

async function readPage(response: Response, address: string): Promise<Page> {
  const html = await response.text();
  return {
    status: response.status,
    address,
    headers: response.headers,
    html,
    text: textOf(html),
    forms: formsOf(html),
  };
}

function hiddenOf(page: Page | undefined): Record<string, string> {
  const fields = page?.forms.filter(({ method }) => method === 'post').flatMap((form) => form.fields) ?? [];
  return Object.fromEntries(fields.filter(([name]) => name === '_csrf' || name === '_key'));
}

function grouped(fields: FormView['fields']): Record<string, string[]> {
  const byName = Map.groupBy(fields, ([name]) => name);
  return Object.fromEntries([...byName].map(([name, own]) => [name, own.map(([, value]) => value)]));
}

function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, `${one}`]),
  );
  return new URLSearchParams(pairs).toString();
}

const isRedirect = (response: Response) => response.status >= 300 && response.status < 400;

const pathOf = (url: URL) => url.pathname + url.search;

const cookieOf = (jar: ReadonlyMap<string, string>) =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(/;\s*/);
  const name = pair.slice(0, pair.indexOf('='));
  const value = pair.slice(name.length + 1);
  if (value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute))) jar.delete(name);
  else jar.set(name, value);
}
