import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FIRST_STATUSES, isOff, mayBecome, ORDER_LIFE, ORDER_STATUSES, type OrderStatus } from './status.ts';

it('every status can be reached from the first ones', () => {
  const reached = new Set<OrderStatus>(FIRST_STATUSES);
  for (const status of reached) for (const next of ORDER_LIFE[status]) reached.add(next);
  assert.deepEqual([...reached].sort(), [...ORDER_STATUSES].sort());
});

it('what has ended stays as it is', () => {
  const steps = ORDER_STATUSES.flatMap((from) =>
    ORDER_STATUSES.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  assert.deepEqual(steps, [
    'awaiting-approval → placed',
    'awaiting-approval → cancelled',
    'awaiting-approval → declined',
    'awaiting-approval → expired',
    'placed → completed',
    'placed → cancelled',
    'placed → failed',
  ]);
});

it('what was not approved does not happen', () => {
  assert.deepEqual(ORDER_STATUSES.filter(isOff), ['cancelled', 'failed', 'declined', 'expired']);
});
