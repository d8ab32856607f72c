import type { Statement } from './portal/statement-log.ts';

interface Step {
  /** Undefined: sent as plain text. */
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/** What runs on one connection in one go: a transaction, or a statement outside of one. */
export type Unit = readonly Step[];

/** A request's statements; the units of one stage are sent at the same time, on connections of their own. */
export type Recording = readonly (readonly Unit[])[];

const names = new Map<string, string>();

function toStep({ text, values, prepared }: Statement): Step {
  if (!prepared) return { name: undefined, text, values };
  const name = names.get(text) ?? `f${names.size}`;
  names.set(text, name);
  return { name, text, values };
}

/** Finds out from the recorded statements which belonged together and which were under way at the same time. */
export function recordingOf(statements: readonly Statement[]): Recording {
  const units: { connection: string; first: number; last: number; steps: Step[]; isOpen: boolean }[] = [];
  statements.forEach((statement, index) => {
    const { text, connection } = statement;
    const running = units.find((unit) => unit.isOpen && unit.connection === connection);
    if (running) {
      running.steps.push(toStep(statement));
      running.last = index;
      running.isOpen = text !== 'commit';
    } else {
      units.push({
        connection,
        first: index,
        last: index,
        steps: [toStep(statement)],
        isOpen: text === 'begin',
      });
    }
  });
  const stages: Unit[][] = [];
  let stageEnds = -1;
  for (const { first, last, steps } of units) {
    if (first < stageEnds) stages.at(-1)?.push(steps);
    else stages.push([steps]);
    stageEnds = Math.max(stageEnds, last);
  }
  return stages;
}

/** A connection of `pg`, as far as replaying needs it. */
interface Connection {
  query(step: { name: string; text: string; values: (string | null)[] }): Promise<unknown>;
  query(text: string): Promise<unknown>;
}

/**
 * Runs a unit. Beginning a transaction and setting its customer do not wait for their answers, because nothing
 * depends on these: the floor is a good program, only without the portal's work.
 */
export async function runUnit(
  connection: Connection,
  unit: Unit,
  change: (value: string | null) => string | null = (value) => value,
): Promise<void> {
  const unanswered: Promise<unknown>[] = [];
  for (const [index, { name, text, values }] of unit.entries()) {
    const answer = name
      ? connection.query({ name, text, values: values.map(change) })
      : connection.query(text);
    if (unit.length > 1 && index < 2) unanswered.push(answer);
    else await answer;
  }
  await Promise.all(unanswered);
}
