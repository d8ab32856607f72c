import type { Database } from '../../platform/db/database.ts';
import { type EventFloor, eventsSince, newestEvents } from './queries.ts';

const POLL_MILLISECONDS = 1500;
/** Keeps proxies from closing a connection on which nothing happens. */
const BEAT_MILLISECONDS = 25_000;
/** Then the browser connects anew, and whoever has signed out meanwhile is not let in. */
const LONGEST_MILLISECONDS = 10 * 60_000;
/** When so many events have been counted, counting begins anew. */
const MOST_COUNTED = 2000;

/** Looks for changes as long as somebody listens; one for all pages of a program. */
interface Watch {
  readonly listeners: Set<{ readonly date: string; tell(): void; end(): void }>;
  timer: NodeJS.Timeout | undefined;
  floor: EventFloor | undefined;
  counts: Map<string, number>;
}

const watches = new WeakMap<Database, Watch>();

function watchOf(db: Database): Watch {
  const known = watches.get(db) ?? {
    listeners: new Set(),
    timer: undefined,
    floor: undefined,
    counts: new Map(),
  };
  watches.set(db, known);
  return known;
}

/**
 * An answer that goes on: it says `changed` whenever something happens to a service of the day. Whoever does not ask for
 * events gets one that ends at once.
 */
export function liveDay(db: Database, date: Temporal.PlainDate, request: Request): Response {
  const isListening = /\btext\/event-stream\b/.test(request.headers.get('accept') ?? '');
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // nginx would collect what is meant to arrive at once
    'x-accel-buffering': 'no',
  };
  if (!isListening) return new Response('retry: 3000\n\n', { headers });
  return new Response(eventStream(db, date.toString(), request.signal), { headers });
}

function eventStream(db: Database, date: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const watch = watchOf(db);
      const listener = { date, tell: () => send('event: changed\ndata: 1\n\n'), end: () => stop() };
      const beat = setInterval(() => send(': still here\n\n'), BEAT_MILLISECONDS);
      const life = setTimeout(() => stop(), LONGEST_MILLISECONDS);
      beat.unref();
      life.unref();
      stop = () => {
        stop = () => {};
        clearInterval(beat);
        clearTimeout(life);
        watch.listeners.delete(listener);
        try {
          controller.close();
        } catch {
          // the browser has gone already
        }
      };
      signal.addEventListener('abort', () => stop());
      watch.listeners.add(listener);
      send('retry: 3000\n\n');
      look(db, watch);
    },
    cancel: () => stop(),
  });
}

/** Looks now and then until nobody listens any more. A look that fails is one that saw nothing. */
function look(db: Database, watch: Watch): void {
  if (watch.timer) return;
  const again = () => {
    watch.timer = undefined;
    if (watch.listeners.size > 0) look(db, watch);
    else watch.floor = undefined;
  };
  watch.timer = setTimeout(() => {
    lookOnce(db, watch).then(again, again);
  }, POLL_MILLISECONDS);
  watch.timer.unref();
  // what happens from now on counts
  if (watch.floor === undefined) void lookOnce(db, watch).catch(() => {});
}

async function lookOnce(db: Database, watch: Watch): Promise<void> {
  await db.deskTransaction(async (tx) => {
    if (watch.floor === undefined) {
      watch.floor = await newestEvents(tx);
      watch.counts = new Map();
      return;
    }
    // counted and not compared by the newest: a transaction that ends late has an earlier number
    const rows = await eventsSince(tx, watch.floor);
    const counts = new Map(rows.map(({ date, count }) => [date.toString(), count]));
    const changed = new Set(
      [...counts].filter(([date, count]) => watch.counts.get(date) !== count).map(([date]) => date),
    );
    watch.counts = counts;
    for (const listener of watch.listeners) if (changed.has(listener.date)) listener.tell();
    const sum = rows.reduce((all, { count }) => all + count, 0);
    if (sum > MOST_COUNTED) watch.floor = undefined;
  });
}

/** Ends all answers that go on, so that the program can stop. */
export function endLivePages(db: Database): void {
  for (const listener of watchOf(db).listeners) listener.end();
}
