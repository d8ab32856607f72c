import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { LOADER } from '../../../../test/support/program.ts';

/** What a program that holds an embedded PostgreSQL says about itself. */
export interface Report {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly firstStart: boolean;
  readonly error: string;
  readonly message: string;
}

const running = new Set<ChildProcess>();

/** Starts a second program on `directory`; it dies at `fatalStep` when one is given. */
export function startProgram(
  directory: string,
  options: { fatalStep?: string; uid?: number } = {},
): ChildProcess {
  const script = path.join(import.meta.dirname, 'hold.ts');
  const args = ['--import', LOADER, script, directory, ...(options.fatalStep ? [options.fatalStep] : [])];
  const program = spawn(process.execPath, args, {
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    env: { PATH: process.env.PATH, HOME: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(program);
  program.once('exit', () => running.delete(program));
  return program;
}

/** The program's one line. */
export async function reportOf(program: ChildProcess): Promise<Report> {
  if (!program.stdout) throw new Error('the program has no output');
  const [line] = await once(createInterface(program.stdout), 'line');
  return JSON.parse(line as string) as Report;
}

/** kill -9, and wait until it is gone. */
export async function killHard(program: ChildProcess): Promise<void> {
  const gone = once(program, 'exit');
  program.kill('SIGKILL');
  await gone;
}

/** Ends the programs that a failed test left behind. */
export async function killRemaining(): Promise<void> {
  await Promise.all([...running].map(killHard));
}
