import { actionName } from '../../../platform/audit/action-words.ts';
import { type WordedValue, wordedChange } from '../../../platform/audit/worded-change.ts';
import type { Frame } from '../../../ui/index.ts';
import { words } from '../words.ts';
import type { HistoryEntry } from './history-page.tsx';
import type { HistoryRow } from './queries.ts';

export function historyEntries(rows: readonly HistoryRow[], frame: Frame): HistoryEntry[] {
  return rows.map((row) => ({
    at: frame.formats.dateTime(row.at),
    who: whoOf(row, frame),
    what: actionName(row.action)[frame.language],
    object: row.object,
    details: wordedChange(row, frame.formats).map(detailOf),
  }));
}

function whoOf(row: HistoryRow, frame: Frame): string {
  const t = words[frame.language].history;
  if (row.actorKind === 'carrier') return row.actorName ?? t.carrier;
  if (row.actorKind === 'visitor') return t.visitor;
  return row.personName ?? t.former;
}

const detailOf = ({ name, before, after }: WordedValue) =>
  `${name}: ${[before, after].filter((value) => value !== undefined).join(' → ')}`;
