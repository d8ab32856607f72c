import type { TracesConfig, Tracing } from './tracing.ts';

export { statementName } from './statement-name.ts';
export type { Facts, OpenTrace, TracesConfig, Tracing } from './tracing.ts';

/**
 * Begins to send traces. The libraries are loaded here and not before: who sends none carries none of them.
 * @param log hears when the collector does not take what it is sent
 */
export async function openTracing(config: TracesConfig, log: { warn(said: object): void }): Promise<Tracing> {
  const { startTracing } = await import('./opentelemetry.ts');
  return startTracing(config, log);
}
