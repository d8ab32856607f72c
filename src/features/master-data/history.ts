import type { Frame } from '../../ui/index.ts';
import type { HistoryRow } from './queries.ts';
import { words } from './words.ts';

/** How people call a thing's values and what was done to it, in one language. */
export interface ThingWords {
  /** By the name of the value: `street` → "Straße und Hausnummer". */
  readonly fields: Readonly<Record<string, string>>;
  /** By the audited action: `address.add` → "… hat die Anschrift angelegt". */
  readonly did: Readonly<Record<string, (p: { who: string; name: string }) => string>>;
  /** Values that are codes, by field and code. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Names of values that are calendar dates. */
  readonly dates?: readonly string[];
}

/** One change, worded. */
export interface HistoryEntry {
  readonly at: Temporal.Instant;
  readonly title: string;
  readonly changes: readonly string[];
}

/**
 * Entries of the audit log in words: who, when, what changed from what to what.
 * @param nameOf how the thing of an entry is called, where the entries are about several things
 */
export function historyView(
  rows: readonly HistoryRow[],
  thing: ThingWords,
  frame: Frame,
  nameOf: (row: HistoryRow) => string = () => '',
): HistoryEntry[] {
  return rows.flatMap((row) => {
    const say = thing.did[row.action];
    return say
      ? [
          {
            at: row.at,
            title: say({ who: whoDid(row, frame), name: nameOf(row) }),
            changes: changesOf(row, thing, frame),
          },
        ]
      : [];
  });
}

/** Whoever did it: a colleague, somebody who has left, or the carrier. */
export function whoDid(row: Pick<HistoryRow, 'actorKind' | 'personName'>, frame: Frame): string {
  if (row.actorKind === 'carrier') return frame.carrier.name;
  return row.personName ?? words[frame.language].former;
}

function changesOf({ before, after }: HistoryRow, thing: ThingWords, frame: Frame): string[] {
  const t = words[frame.language];
  return Object.entries(thing.fields).flatMap(([name, field]) => {
    const [was, is] = [before?.[name], after?.[name]];
    if (was === undefined && is === undefined) return [];
    if (typeof is === 'boolean') return [t.switched({ field, after: is ? t.yes : t.no })];
    const [from, to] = [sayValue(was, name, thing, frame), sayValue(is, name, thing, frame)];
    if (!from) return to ? [t.addedText({ field, after: to })] : [];
    // of something that was removed as a whole the values need not be repeated
    if (!to) return after ? [t.clearedText({ field, before: from })] : [];
    return [t.becameText({ field, before: from, after: to })];
  });
}

/** A value as people read it; empty for nothing. */
export function sayValue(value: unknown, name: string, thing: ThingWords, frame: Frame): string {
  const t = words[frame.language];
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'string') return '';
  if (thing.dates?.includes(name)) return frame.formats.shortDate(Temporal.PlainDate.from(value));
  return thing.values?.[name]?.[value] ?? value;
}
