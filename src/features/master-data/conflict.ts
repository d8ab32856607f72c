import type { Frame } from '../../ui/index.ts';
import { sayValue, type ThingWords, whoDid } from './history.ts';
import type { HistoryRow } from './queries.ts';
import { words } from './words.ts';

/** Two people changed the same thing: what the first has saved beside what the second wants. */
export interface ConflictView {
  readonly text: string;
  readonly rows: readonly { readonly field: string; readonly theirs: string; readonly mine: string }[];
  /** Where the page shows what is saved, without what was typed; undefined: there is nothing any more. */
  readonly keepHref: string | undefined;
}

/** What was typed on one version of a thing while another one was saved. */
export interface Collision<V extends object> {
  readonly current: V;
  readonly version: number;
  readonly typed: V;
  readonly typedVersion: number;
  /** Its entries in the audit log, the newest first: each version has one. */
  readonly rows: readonly HistoryRow[];
}

/**
 * What the form shows after a conflict: where the second person changed nothing, what the first has saved, so that
 * nobody undoes a change by accident; else what they typed.
 */
export function mergedValues<V extends object>(collision: Collision<V>): V {
  const { current, typed } = collision;
  const seen = valuesSeen(collision);
  const merged = keysOf(current).map((key) => [
    key,
    isSame(typed[key], seen[key]) ? current[key] : typed[key],
  ]);
  return Object.fromEntries(merged) as V;
}

/** The conflict in words, with every value that somebody else changed and the second person has not. */
export function conflictView<V extends object>(
  collision: Collision<V>,
  keepHref: string,
  thing: ThingWords,
  frame: Frame,
): ConflictView {
  const t = words[frame.language];
  const { current, typed, rows } = collision;
  const seen = valuesSeen(collision);
  const say = (value: unknown, name: string) => sayValue(value, name, thing, frame) || t.none;
  return {
    text: t.conflict.text(whoAndWhen(rows[0], frame)),
    rows: keysOf(current)
      .filter((key) => !isSame(current[key], seen[key]) && !isSame(current[key], typed[key]))
      .map((key) => ({
        field: thing.fields[key] ?? key,
        theirs: say(current[key], key),
        mine: isSame(typed[key], seen[key]) ? t.conflict.untouched : say(typed[key], key),
      })),
    keepHref,
  };
}

/** The thing was removed while somebody wrote: what they typed can become a new one. */
export function removalView(last: HistoryRow | undefined, frame: Frame): ConflictView {
  return {
    text: words[frame.language].conflict.removed(whoAndWhen(last, frame)),
    rows: [],
    keepHref: undefined,
  };
}

/** What the second person saw when they began: the stored values without the changes since. */
function valuesSeen<V extends object>({ current, version, typedVersion, rows }: Collision<V>): V {
  const since = rows.slice(0, Math.max(0, version - typedVersion));
  const undone = since.map(({ before }) =>
    Object.fromEntries(Object.entries(before ?? {}).filter(([key]) => key in current)),
  );
  return Object.assign({}, current, ...undone);
}

const keysOf = <V extends object>(values: V) => Object.keys(values) as (keyof V & string)[];

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const whoAndWhen = (last: HistoryRow | undefined, frame: Frame) => ({
  who: last ? whoDid(last, frame) : words[frame.language].former,
  at: last ? frame.formats.dateTime(last.at) : '',
});
