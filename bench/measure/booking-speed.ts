import type { Bench, Site } from '../bench.ts';
import { widenWindows } from '../portal/database.ts';
import { withRecorder } from '../portal/statement-log.ts';
import { type Helper, startHelper } from '../processes/helper.ts';
import type { Tasks } from '../processes/messages.ts';
import { recordingOf } from '../replay.ts';
import { type Comparison, compare } from './compare.ts';

type Booker = Helper<'bookPickups'>;
type Firm = Tasks['bookPickups']['task']['firms'][number];

/** As many as each of the processes that book has connections. */
const CLIENTS_EACH = 4;
const FIRMS_A_ROUND = 400;
/** Bookings that are written down for the floor: enough that its processes seldom repeat one in the same moment. */
const RECORDED = 16;

/** Bookings of the same few windows from several processes, and beside them the same statements from as many bare loops. */
export async function measureBookingSpeed(
  bench: Bench,
  { database }: Site,
  { bookers, firms, slots }: { bookers: readonly Booker[]; firms: readonly Firm[]; slots: readonly string[] },
): Promise<Comparison> {
  await widenWindows(database);
  const url = database.appUrl;
  const [first] = bookers;
  if (!first) throw new Error('there is no process that books');
  bench.say('sameCapacity: recording statements');
  const recordings = await withRecorder(database, async (recorded) => {
    const found = [];
    for (const [index, firm] of firms.slice(0, RECORDED).entries()) {
      let key = '';
      const statements = await recorded(async () => {
        const wanted = slots.slice(index % slots.length).slice(0, 1);
        const { keys } = await first.run({ url, firms: [firm], slots: wanted });
        key = keys[0] ?? '';
      });
      found.push({ key, stages: recordingOf(statements) });
    }
    return found;
  });

  bench.say('sameCapacity: rounds');
  const floors = bookers.map(() => startHelper(bench.cleanup, 'placeOrderFloor'));
  const book = (booker: Booker, index: number) =>
    booker.run({
      url,
      slots,
      firms: firms.slice(0, FIRMS_A_ROUND).filter((_, at) => at % bookers.length === index),
    });
  const replay = (floor: Helper<'placeOrderFloor'>) =>
    floor.run({ url, recordings, clients: CLIENTS_EACH, seconds: bench.options.seconds });
  const result = await compare(
    bench.options.rounds,
    {
      pids: bookers.map(({ pid }) => pid),
      run: async () => {
        const rounds = await Promise.all(bookers.map(book));
        return together(rounds.map(({ booked, seconds }) => ({ count: booked.length, seconds })));
      },
    },
    { pids: floors.map(({ pid }) => pid), run: async () => together(await Promise.all(floors.map(replay))) },
  );
  await Promise.all(floors.map((floor) => floor.stop()));
  return result;
}

function together(rounds: readonly { readonly count: number; readonly seconds: number }[]) {
  return {
    count: rounds.reduce((sum, { count }) => sum + count, 0),
    seconds: Math.max(...rounds.map(({ seconds }) => seconds)),
  };
}
