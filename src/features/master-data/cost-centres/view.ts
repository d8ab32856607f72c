import type { Formats } from '../../../platform/i18n/index.ts';
import type { Tone } from '../../../ui/index.ts';
import type { HistoryRow } from '../queries.ts';
import type { StoredCostCentre } from './queries.ts';
import { words } from './words.ts';

export const COST_CENTRES = '/konto/stammdaten/kostenstellen';
export const costCentreHref = (id: number) => `${COST_CENTRES}/${id}`;

/** A row of the list, worded. */
export interface CostCentreRow {
  readonly href: string;
  readonly code: string;
  readonly name: string;
  readonly state: { readonly text: string; readonly tone: Tone };
}

export function costCentreRows(rows: readonly StoredCostCentre[], { language }: Formats): CostCentreRow[] {
  const t = words[language];
  return rows.map(({ id, code, name, closedAt }) => ({
    href: costCentreHref(id),
    code,
    name,
    state: closedAt ? { text: t.closed, tone: 'neutral' } : { text: t.open, tone: 'ok' },
  }));
}

/** Names the cost centre of a history entry, as it is called now. */
export function namer(named: readonly StoredCostCentre[]): (row: HistoryRow) => string {
  const names = new Map(named.map(({ id, code, name }) => [`cost-centre/${id}`, `${code} ${name}`]));
  return ({ object, after }) => names.get(object) ?? [after?.code, after?.name].filter(Boolean).join(' ');
}
