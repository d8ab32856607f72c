import type { Frame } from '../../ui/index.ts';
import { changesBetween } from './changes.ts';
import { sayValue, type ThingWords, whoDid } from './history.ts';
import type { HistoryRow } from './queries.ts';
import { words } from './words.ts';

/** Two people changed the same thing: both values side by side, for the second to decide. */
export interface ConflictView {
  readonly text: string;
  readonly rows: readonly { readonly field: string; readonly theirs: string; readonly mine: string }[];
  /** Where the page shows what is saved, without what was typed; undefined: there is nothing any more. */
  readonly keepHref: string | undefined;
}

/** @param last the newest entry of the audit log about the thing: who was faster, and when */
export function conflictView<V extends object>(
  conflict: {
    readonly current: V;
    readonly typed: V;
    readonly last: HistoryRow | undefined;
    readonly keepHref: string;
  },
  thing: ThingWords,
  frame: Frame,
): ConflictView {
  const t = words[frame.language];
  const changed = changesBetween(conflict.current, conflict.typed);
  const say = (values: Partial<V> | undefined, name: string) =>
    sayValue(values?.[name as keyof V], name, thing, frame) || t.none;
  return {
    text: t.conflict.text(whoAndWhen(conflict.last, frame)),
    rows: Object.entries(thing.fields)
      .filter(([name]) => changed && name in changed.after)
      .map(([name, field]) => ({
        field,
        theirs: say(changed?.before, name),
        mine: say(changed?.after, name),
      })),
    keepHref: conflict.keepHref,
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

const whoAndWhen = (last: HistoryRow | undefined, frame: Frame) => ({
  who: last ? whoDid(last, frame) : words[frame.language].former,
  at: last ? frame.formats.dateTime(last.at) : '',
});
