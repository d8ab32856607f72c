/** What one check of the doctor found. `warn` is to be looked at, `fail` keeps people from working. */
export interface Finding {
  readonly check: string;
  readonly level: 'ok' | 'warn' | 'fail';
  readonly text: string;
}

/** Makes the findings of one check. */
export function findingsOf(check: string) {
  return {
    ok: (text: string): Finding => ({ check, level: 'ok', text }),
    warn: (text: string): Finding => ({ check, level: 'warn', text }),
    fail: (text: string): Finding => ({ check, level: 'fail', text }),
  };
}

/** The first line of what went wrong. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error
    ? error.message || (error as NodeJS.ErrnoException).code || error.name
    : String(error)
  )
    .split('\n', 1)
    .join('');
