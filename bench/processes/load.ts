import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { quantile } from '../statistics.ts';
import { AnswerReader } from './answer-reader.ts';
import type { LoadResult, Tasks } from './messages.ts';
import { workOn } from './work-on.ts';

type Task = Tasks['load']['task'];

/** What all connections of a round write down together. */
interface Tally {
  readonly times: number[];
  failed: number;
  firstFailure: string | undefined;
  bytes: number;
}

workOn<'load'>(async (task): Promise<LoadResult> => {
  const tally: Tally = { times: [], failed: 0, firstFailure: undefined, bytes: 0 };
  const sockets = await Promise.all(Array.from({ length: task.connections }, () => open(task.port)));
  const began = performance.now();
  const until = began + task.seconds * 1000;
  await Promise.all(sockets.map((socket, index) => ask(socket, index, until, task, tally)));
  const seconds = (performance.now() - began) / 1000;
  for (const socket of sockets) socket.destroy();
  const times = tally.times.sort((a, b) => a - b);
  return {
    count: times.length,
    seconds,
    failed: tally.failed,
    firstFailure: tally.firstFailure,
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    bytes: tally.bytes,
  };
});

async function open(port: number): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  await once(socket, 'connect');
  return socket;
}

/** One request after the other, each as soon as the one before is answered. Callbacks, because promises cost more. */
function ask(socket: Socket, index: number, until: number, task: Task, tally: Tally): Promise<void> {
  const { requests, connections, expectedStatus } = task;
  return new Promise((resolve, reject) => {
    let next = index;
    let sent = 0;
    const send = () => {
      sent = performance.now();
      const request = requests[next % requests.length] ?? '';
      next += connections;
      socket.write(request.includes('{{key}}') ? request.replace('{{key}}', randomUUID()) : request);
    };
    const reader = new AnswerReader((answer) => {
      const now = performance.now();
      tally.times.push(now - sent);
      tally.bytes = answer.bytes;
      if (answer.status !== expectedStatus) {
        tally.failed += 1;
        tally.firstFailure ??= `${answer.status} ${answer.start}`;
      }
      if (now < until) send();
      else resolve();
    });
    socket.on('data', (part: Buffer) => reader.read(part));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the server closed the connection')));
    send();
  });
}
