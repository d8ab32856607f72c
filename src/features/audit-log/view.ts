import { actionName } from '../../platform/audit/action-words.ts';
import { type WordedValue, wordedChange } from '../../platform/audit/worded-change.ts';
import type { Formats, Language } from '../../platform/i18n/index.ts';
import { auditHref } from './paths.ts';
import type { AuditRow } from './queries.ts';
import { words } from './words.ts';

/** An entry as the list shows it. */
export interface AuditRowView {
  readonly href: string;
  readonly at: string;
  readonly who: string;
  readonly whoMore: string;
  readonly firm: string;
  readonly action: string;
  /** The action in words. */
  readonly what: string;
  readonly object: string;
}

export function auditRowView(row: AuditRow, language: Language, formats: Formats): AuditRowView {
  return {
    href: auditHref(row.id),
    at: formats.dateTime(row.at),
    ...whoOf(row, language),
    firm: row.customerNumber ?? '–',
    action: row.action,
    what: actionName(row.action)[language],
    object: row.object,
  };
}

function whoOf(row: AuditRow, language: Language): { who: string; whoMore: string } {
  const t = words[language];
  switch (row.actorKind) {
    case 'person':
      return { who: row.personName ?? t.actors.person, whoMore: row.personEmail ?? '' };
    case 'carrier':
      return { who: row.actorName ?? t.actors.carrier, whoMore: row.staffId === null ? '' : t.staff };
    default:
      return { who: t.actors.visitor, whoMore: '' };
  }
}

/** An entry with everything that it holds. */
export interface AuditEntryView extends AuditRowView {
  readonly firmWithName: string;
  readonly values: readonly WordedValue[];
  /** The values as they are stored and sealed; undefined: none. */
  readonly stored: string | undefined;
  readonly requestId: string;
  readonly seal: string;
}

const storedText = ({ before, after }: AuditRow) =>
  before === null && after === null ? undefined : JSON.stringify({ before, after }, null, 2);

export function auditEntryView(row: AuditRow, language: Language, formats: Formats): AuditEntryView {
  return {
    ...auditRowView(row, language, formats),
    firmWithName: row.customerNumber ? `${row.customerNumber} ${row.customerName ?? ''}`.trim() : '–',
    values: wordedChange(row, formats),
    stored: storedText(row),
    requestId: row.requestId,
    seal: row.sealId === null ? words[language].unsealed : String(row.sealId),
  };
}

const compact = (value: object | null) => (value === null ? '' : JSON.stringify(value));

/** The entries as a table; times in UTC, to be sorted and compared with logs. */
export function auditCsv(rows: readonly AuditRow[], language: Language) {
  return {
    header: words[language].csv,
    rows: rows.map((row) => [
      row.id,
      row.at.toString(),
      row.actorKind,
      whoOf(row, language).who,
      row.personEmail ?? '',
      row.customerNumber ?? '',
      row.action,
      row.object,
      compact(row.before),
      compact(row.after),
      row.requestId,
      row.sealId ?? '',
    ]),
  };
}
