export { type Metrics, openMetrics } from './metrics.ts';
export { serveMetrics } from './serve-metrics.ts';
