const kept = ['PATH', 'HOME', 'USER', 'TMPDIR', 'TERM', 'CI', 'NO_COLOR', 'FORCE_COLOR'];

/**
 * The environment of the tests: only what a process needs, and what is meant for tests (`TEST_…`).
 * A DATABASE_URL or SMTP_URL of the shell must never lead a test to real data or real people.
 */
export function testEnvironment(outer, chromium) {
  const entries = Object.entries(outer).filter(([name]) => kept.includes(name) || name.startsWith('TEST_'));
  return { ...Object.fromEntries(entries), TZ: 'UTC', LANG: 'C.UTF-8', CHROMIUM_PATH: chromium };
}
