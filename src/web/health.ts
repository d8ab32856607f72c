import type { Route } from './route.ts';

const plain = (text: string, status = 200) =>
  new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

/** For supervisors and load balancers: `/healthz` is "the process lives", `/readyz` is "and the database answers". */
export const healthRoutes: readonly Route[] = [
  { method: 'GET', path: '/healthz', access: 'public', handle: () => plain('ok') },
  {
    method: 'GET',
    path: '/readyz',
    access: 'public',
    async handle({ services }) {
      try {
        await services.db.sql('select 1');
        return plain('ready');
      } catch (error) {
        services.log.warn({ err: error }, 'not ready');
        return plain('database does not answer', 503);
      }
    },
  },
];
