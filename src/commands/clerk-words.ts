import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CannotStart } from './cannot-start.ts';

/**
 * Reads the words of a command that a clerk gives: what is wanted, and the options, of which `--clerk NAME` says who
 * is at the keyboard. A wrong word ends the command with its usage.
 */
export function clerkWords<Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  usage: string,
  options: Options,
) {
  try {
    const read = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { ...options, clerk: { type: 'string' } } as const,
    });
    return {
      positionals: read.positionals,
      values: read.values as Partial<Record<keyof Options | 'clerk', string>>,
    };
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\n\n${usage}`);
  }
}

/** The name of the clerk, which is written down with what they do. */
export function requireClerk(clerk: string | undefined, usage: string): string {
  if (clerk?.trim()) return clerk.trim();
  throw new CannotStart(`Who is asking? Say --clerk "First Last".\n\n${usage}`);
}
