import { sameSecret } from '../platform/sessions/index.ts';
import { bearerOf } from './api-read.ts';
import type { Route } from './route.ts';

const plain = (status: number, text: string, headers: Record<string, string> = {}) =>
  new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });

/**
 * For Prometheus, with a token of its own: without METRICS_TOKEN there is nothing here, whoever asks and from wherever.
 */
export const metricsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/metrics',
    access: 'public',
    async handle(request) {
      const { metrics, metricsToken } = request.services;
      if (!metrics || metricsToken === undefined) return plain(404, 'not found');
      if (!sameSecret(bearerOf(request) ?? '', metricsToken))
        return plain(401, 'token missing', { 'www-authenticate': 'Bearer' });
      const { type, text } = await metrics.scrape();
      return plain(200, text, { 'content-type': type });
    },
  },
];
