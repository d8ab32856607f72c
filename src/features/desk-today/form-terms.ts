import type { Refusal } from '../../domain/refusal.ts';
import type { PageRequest } from '../../web/index.ts';
import { words } from './words.ts';

/** The fields of the bar of steps are called as people read them in the address bar. */
const FORM_NAMES: Readonly<Record<string, string>> = {
  tour: 'fahrtour',
  driver: 'fahrer',
  rider: 'fahrer',
  receivedBy: 'empfaenger',
  reason: 'grund',
  note: 'anmerkung',
  orders: 'auftrag',
  time: 'uhrzeit',
  pieces: 'stueck',
  boxesOut: 'gebracht',
  boxesIn: 'mitgenommen',
};

export function inFormTerms(refusal: Refusal): Refusal {
  if (refusal.code !== 'invalid') return refusal;
  const named = (field: string) => FORM_NAMES[field.split('.')[0] ?? ''] ?? field;
  return { ...refusal, fields: refusal.fields.map((one) => ({ ...one, field: named(one.field) })) };
}

export function labelsOf(request: PageRequest): Record<string, string> {
  const t = words[request.ctx.language];
  return {
    auftrag: t.orders,
    fahrtour: t.tour,
    fahrer: t.driver,
    empfaenger: t.receiver,
    grund: t.reason,
    anmerkung: t.note,
    uhrzeit: t.time,
    stueck: t.piecesLabel,
    gebracht: t.boxesOutLabel,
    mitgenommen: t.boxesInLabel,
  };
}
