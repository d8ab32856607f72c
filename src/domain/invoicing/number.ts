import type { DocumentKind } from './invoice.ts';

/** The two ranges of numbers: what is charged, and what takes it back. */
export const NUMBER_RANGES = ['R', 'G'] as const;
export type NumberRange = (typeof NUMBER_RANGES)[number];

export const rangeOf = (kind: DocumentKind): NumberRange => (kind === 'invoice' ? 'R' : 'G');

/** `R-2026-000001`. The year is that of the issue; each range counts anew in each year. */
export function documentNumber(range: NumberRange, year: number, running: number): string {
  if (!Number.isSafeInteger(running) || running < 1) throw new RangeError(`${running} is no running number`);
  return `${range}-${year}-${String(running).padStart(6, '0')}`;
}

export const DOCUMENT_NUMBER = /^[RG]-\d{4}-\d{6,}$/;
