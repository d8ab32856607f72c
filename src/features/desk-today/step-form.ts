import { type FormFields, fieldValue } from '../../web/index.ts';

/** A tick sends `A-2026-000042.3`: the order, and the state in which the clerk saw it. */
const TICK = /^(A-\d{4}-\d{6,12})\.(\d{1,9})$/;

/**
 * What a form of steps asks for, in the terms of the verb. A row's own button sends step and tick together
 * (`complete:A-2026-000042.3`) and counts for that row alone.
 */
export function stepInput(fields: FormFields): Record<string, unknown> {
  const single = /^([a-z]+):(.*)$/.exec(fieldValue(fields, 'einzeln'));
  const ticks = single ? [single[2] ?? ''] : (fields.get('auftrag') ?? []);
  const value = (name: string) => fieldValue(fields, name);
  return {
    step: single?.[1] ?? value('schritt'),
    orders: ticks.flatMap((tick) => {
      const parts = TICK.exec(tick);
      return parts ? [{ number: parts[1], version: Number(parts[2]) }] : [];
    }),
    tour: value('fahrtour'),
    driver: value('fahrer'),
    reason: value('grund'),
    note: value('anmerkung'),
    time: value('uhrzeit'),
    pieces: value('stueck'),
    boxesOut: value('gebracht'),
    boxesIn: value('mitgenommen'),
  };
}
