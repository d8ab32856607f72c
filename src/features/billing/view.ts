import type { DocumentState } from '../../domain/documents/index.ts';
import type { DocumentKind } from '../../domain/invoicing/index.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { Tone } from '../../ui/index.ts';
import { words } from './words.ts';

const TONES: Record<DocumentState, Tone> = {
  open: 'info',
  debited: 'info',
  paid: 'ok',
  returned: 'danger',
  corrected: 'neutral',
  cancelled: 'neutral',
};

export interface StateView {
  readonly text: string;
  readonly tone: Tone;
}

/** What became of a document, in words; without a state its page is still being set. */
export function stateView(
  {
    kind,
    state,
    stateOn: on,
  }: {
    readonly kind: DocumentKind;
    readonly state: DocumentState | null;
    readonly stateOn: Temporal.PlainDate | null;
  },
  formats: Formats,
): StateView {
  const t = words[formats.language];
  // what takes an invoice back is not paid by anybody: it is set off, or paid out
  if (state === 'paid' && kind !== 'invoice') return { text: t.settled, tone: 'ok' };
  if (state === null) return { text: t.notSet, tone: 'neutral' };
  const text = t.states[state];
  return { text: on ? t.stateOn({ state: text, date: formats.shortDate(on) }) : text, tone: TONES[state] };
}

/** "November 2026". */
export function monthName(month: Temporal.PlainDate, formats: Formats): string {
  // a long date without its day: the order of its words is the same in both languages
  const [, name = ''] = /\d{1,2}\.?\s+(\S+\s+\d{4})$/.exec(formats.longDate(month)) ?? [];
  return name;
}
