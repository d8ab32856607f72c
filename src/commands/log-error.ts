import { stdSerializers } from 'pino';

/**
 * An error as the log holds it. The driver hangs the whole connection on the errors of idle ones: pages of its inner
 * state, the statements it has prepared and the key that cancels them.
 */
export function logError(error: Error): unknown {
  const { client: _, ...rest } = stdSerializers.err(error) as unknown as Record<string, unknown>;
  return rest;
}
