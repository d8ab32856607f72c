import { actionName } from '../../../platform/audit/action-words.ts';
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
    details: [row.before, row.after].map(valuesOf).filter(Boolean).join(' → '),
  }));
}

function whoOf(row: HistoryRow, frame: Frame): string {
  const t = words[frame.language].history;
  if (row.actorKind === 'carrier') return row.actorName ?? t.carrier;
  if (row.actorKind === 'visitor') return t.visitor;
  return row.personName ?? t.former;
}

function valuesOf(values: object | null): string {
  return Object.entries(values ?? {})
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}
