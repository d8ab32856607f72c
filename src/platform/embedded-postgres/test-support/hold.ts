/**
 * A program that starts the PostgreSQL of the directory given as first argument, reports in one line
 * of JSON and stays. With a step as second argument it dies there, as if by kill -9.
 */
import { startEmbeddedPostgres } from '../index.ts';

const [directory = '', fatalStep] = process.argv.slice(2);

try {
  const { ownerUrl, appUrl, firstStart } = await startEmbeddedPostgres({
    directory,
    durable: false,
    onStep: (step) => {
      if (step === fatalStep) process.kill(process.pid, 'SIGKILL');
    },
  });
  process.stdout.write(`${JSON.stringify({ ownerUrl, appUrl, firstStart })}\n`);
  setInterval(() => {}, 60_000);
} catch (error) {
  const { name, message } = error as Error;
  process.stdout.write(`${JSON.stringify({ error: name, message })}\n`);
}
