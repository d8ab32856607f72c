import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FIRST_STATUS, mayBecome, ORDER_LIFE, ORDER_STATUSES, type OrderStatus } from './status.ts';

it('every status can be reached from the first', () => {
  const reached = new Set<OrderStatus>([FIRST_STATUS]);
  for (const status of reached) for (const next of ORDER_LIFE[status]) reached.add(next);
  assert.deepEqual([...reached].sort(), [...ORDER_STATUSES].sort());
});

it('what has ended stays as it is', () => {
  const steps = ORDER_STATUSES.flatMap((from) =>
    ORDER_STATUSES.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  assert.deepEqual(steps, ['placed → completed', 'placed → cancelled', 'placed → failed']);
});
