import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;
const hasProc = existsSync('/proc/self/stat');

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The processes that a process has started, and those that these have started. */
export function descendants(pid: number): Process[] {
  const all = hasProc ? fromProc() : fromPs();
  const found: Process[] = [];
  for (let parents = new Set([pid]); parents.size > 0; ) {
    const children = all.filter(({ parent }) => parents.has(parent));
    found.push(...children);
    parents = new Set(children.map((child) => child.pid));
  }
  return found;
}

function fromProc(): Process[] {
  return readdirSync('/proc')
    .map(Number)
    .filter(Boolean)
    .flatMap((pid) => {
      const fields = statOf(pid);
      if (!fields) return [];
      const command = commandOf(pid);
      return command === undefined ? [] : [{ pid, parent: Number(fields[1]), command }];
    });
}

/** Undefined when the process has ended since it was listed. */
function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return undefined;
  }
}

function fromPs(): Process[] {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const parts = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    return parts ? [{ pid: Number(parts[1]), parent: Number(parts[2]), command: parts[3] ?? '' }] : [];
  });
}

/** The fields of /proc/PID/stat after the name, which may hold blanks; undefined when the process is gone. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Megabytes that a process holds: resident, and counting of what it shares with others only its part. */
export interface MemoryUse {
  readonly rss: number;
  readonly pss: number | undefined;
}

export function memoryOf(pid: number): MemoryUse {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const value = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) / 1024;
    return { rss: value('Rss'), pss: value('Pss') };
  } catch {
    const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' });
    return { rss: Number(kilobytes) / 1024, pss: undefined };
  }
}

/** Seconds of processor time that a process has used; undefined where the system does not tell. */
export function processorSeconds(pid: number): number | undefined {
  const fields = statOf(pid);
  return fields && (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
