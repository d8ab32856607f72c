import { slotKey } from '../../../domain/calendar/index.ts';
import { refuse } from '../../../domain/refusal.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import type { OrderState } from '../order-state.ts';
import { releasePlace, takePlaces } from '../queries.ts';

/**
 * Moves an order from its window to another one: both or neither. The windows are locked in one order whichever
 * way somebody moves, so that two who change places never wait for each other. Comes last, like taking places.
 * @param capacity of the new window, where nobody has booked it yet
 *
 * Refuses with `slot-full` when the last place has gone since it was offered.
 */
export async function movePlace(
  tx: Transaction,
  from: OrderState,
  to: OrderState,
  capacity: number,
): Promise<void> {
  const [left, taken] = [placeOf(from), placeOf(to)];
  if (left.key === taken.key) return;
  const steps = [
    { key: left.key, run: () => releasePlace(tx, left) },
    {
      key: taken.key,
      run: async () => {
        if (!(await takePlaces(tx, { ...taken, capacity, places: 1 }))) refuse({ code: 'slot-full' });
      },
    },
  ];
  for (const { run } of steps.sort((a, b) => (a.key < b.key ? -1 : 1))) await run();
}

const placeOf = ({ pool, date, windowStarts: starts, windowEnds: ends }: OrderState) => ({
  pool,
  date,
  starts,
  ends,
  key: `${pool} ${slotKey(date, { starts })}`,
});
