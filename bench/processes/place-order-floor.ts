import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { runUnit } from '../replay.ts';
import type { Tasks } from './messages.ts';
import { workOn } from './work-on.ts';

type Task = Tasks['placeOrderFloor']['task'];

let clients: pg.Client[] = [];

workOn<'placeOrderFloor'>(async (task) => {
  if (clients.length === 0) clients = await connect(task);
  const began = performance.now();
  const until = began + task.seconds * 1000;
  const counts = await Promise.all(clients.map((client, index) => place(client, index, until, task)));
  return {
    count: counts.reduce((sum, count) => sum + count, 0),
    seconds: (performance.now() - began) / 1000,
  };
});

function connect({ url, clients }: Task): Promise<pg.Client[]> {
  return Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: url, pipeline: true });
      await client.connect();
      return client;
    }),
  );
}

/** Repeats what was recorded, each time as a new order: only the key of the form changes. */
async function place(client: pg.Client, index: number, until: number, task: Task): Promise<number> {
  const { recordings, clients } = task;
  let count = 0;
  for (let next = index; performance.now() < until; next += clients) {
    const recorded = recordings[next % recordings.length];
    if (!recorded) throw new Error('nothing was recorded');
    const { key, stages } = recorded;
    const fresh = randomUUID();
    for (const unit of stages.flat()) await runUnit(client, unit, (value) => (value === key ? fresh : value));
    count += 1;
  }
  return count;
}
