import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { runUnit, type Unit } from '../replay.ts';
import { workOn } from './work-on.ts';

workOn<'orderListFloor'>(async ({ url, stages, bytes, connections }) => {
  const pool = new pg.Pool({ connectionString: url, max: connections, pipeline: true });
  const body = Buffer.alloc(bytes, 'x');
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes };
  const run = async (unit: Unit) => {
    const client = await pool.connect();
    await runUnit(client, unit);
    client.release();
  };
  const server = createServer(async (_, response) => {
    for (const stage of stages) await Promise.all(stage.map(run));
    response.writeHead(200, headers).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port };
});
