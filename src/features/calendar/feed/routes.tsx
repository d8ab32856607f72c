import { createHash } from 'node:crypto';
import { refuse } from '../../../domain/refusal.ts';
import { personTransaction } from '../../../platform/person-scope.ts';
import { customerCtx, frameOf, type PageRequest, page, type Route, redirect } from '../../../web/index.ts';
import { words } from '../words.ts';
import { feedToken } from './address.ts';
import { FeedPage } from './feed-page.tsx';
import { APPOINTMENTS, FEED } from './paths.ts';
import { findFeed } from './queries.ts';
import { orderFile, readFeed } from './read-feed.ts';
import { removeFeed } from './remove-feed.ts';
import { renewFeed } from './renew-feed.ts';

export const feedRoutes: readonly Route[] = [
  { method: 'GET', path: FEED, access: 'signed-in', handle: show },
  { method: 'POST', path: FEED, access: 'signed-in', handle: renew },
  { method: 'POST', path: `${FEED}/entfernen`, access: 'signed-in', handle: remove },
  { method: 'GET', path: `${APPOINTMENTS}/:file`, access: 'signed-in', handle: save },
  // the address itself is the key: a calendar program cannot sign in
  { method: 'GET', path: `${FEED}/:file`, access: 'public', handle: read },
];

type Done = keyof typeof words.de.feed.done;

async function show(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const ctx = customerCtx(request);
  const { appKey, baseUrl } = request.services;
  const feed = await personTransaction(ctx, (tx) => findFeed(tx));
  const done = words[frame.language].feed.done[(request.url.searchParams.get('ok') ?? '') as Done];
  const { dateTime } = frame.formats;
  return page(
    request,
    <FeedPage
      frame={frame}
      feed={
        feed && {
          address: `${baseUrl ?? request.ownOrigin}${FEED}/${feedToken(appKey, feed.seed)}.ics`,
          created: dateTime(feed.createdAt),
          lastRead: feed.lastReadAt ? dateTime(feed.lastReadAt) : undefined,
        }
      }
      done={typeof done === 'string' ? done : undefined}
    />,
  );
}

async function renew(request: PageRequest): Promise<Response> {
  const { isNew } = await renewFeed(customerCtx(request), request.services);
  return redirect(request, `${FEED}?ok=${isNew ? 'created' : 'renewed'}`);
}

async function remove(request: PageRequest): Promise<Response> {
  await removeFeed(customerCtx(request));
  return redirect(request, `${FEED}?ok=removed`);
}

/** One order to be put into a calendar by hand. */
async function save(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const { services, params } = request;
  const number = /^(A-\d{4}-\d{6,12})\.ics$/.exec(params.file ?? '')?.[1];
  const publicUrl = services.baseUrl ?? request.ownOrigin;
  const file = number && (await orderFile(ctx, number, { ...services, publicUrl }));
  if (!file) return refuse({ code: 'not-found' });
  return new Response(file, {
    headers: {
      'cache-control': 'private, no-store',
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${number}.ics"`,
    },
  });
}

/** The calendar for a calendar program; it asks often, and mostly nothing is new. */
async function read(request: PageRequest): Promise<Response> {
  const { services, ctx } = request;
  const token = /^(.*)\.ics$/.exec(request.params.file ?? '')?.[1] ?? '';
  const publicUrl = services.baseUrl ?? request.ownOrigin;
  const calendar = await readFeed({ ...services, publicUrl }, token, ctx.now);
  if (calendar === undefined) return refuse({ code: 'not-found' });
  const etag = `"${createHash('sha256').update(calendar).digest('base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': 'private, no-cache' };
  const known =
    request.raw.headers
      .get('if-none-match')
      ?.replaceAll('W/', '')
      .split(/\s*,\s*/) ?? [];
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(calendar, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="kalender.ics"',
    },
  });
}
