import { randomUUID } from 'node:crypto';

/** What the form of a drop-off of letters sends, with a key of its own. */
export const dropOffInput = (changes: Record<string, unknown> = {}) => ({
  key: randomUUID(),
  kind: 'letters',
  site: 'DEPOT_KREUZBERG',
  // the Monday after the Monday on which the clock of the tests stands
  slot: '2026-11-30T10:00',
  items: { LETTER_STD: { pieces: '500', grams: '20' } },
  containers: { box: '2', trolley: '', pallet: '' },
  costCentreId: '',
  reference: 'Mahnlauf 48',
  note: '',
  ...changes,
});

/** The same for advertising mail. */
export const adInput = (changes: Record<string, unknown> = {}) =>
  dropOffInput({
    kind: 'advertising',
    items: { AD_STD: { pieces: '1000', grams: '20' } },
    isUniform: 'on',
    ...changes,
  });
