import { CONTAINER_KINDS, type Containers, totalGrams } from '../../domain/drop-offs/index.ts';
import { totals } from '../../domain/money.ts';
import type { Bilingual, Particular } from '../../platform/db/json.ts';
import { type Formats, formatsFor, type Language } from '../../platform/i18n/index.ts';
import type { DropOffKind } from './kinds.ts';
import type { Announced, StoredItem } from './queries.ts';
import { words } from './words.ts';

const LANGUAGES = ['de', 'en'] as const satisfies readonly Language[];

/** What a drop-off says besides date and place, in both languages: on the order, in letters, in its history. */
export function particularsOf(
  kind: DropOffKind,
  { items, containers, note }: Announced,
  manifestCode: string,
  timeZone: string,
): readonly Particular[] {
  const both = (say: (formats: Formats) => string): Bilingual => {
    const [de, en] = LANGUAGES.map((language) => say(formatsFor(language, timeZone)));
    return { de: de ?? '', en: en ?? '' };
  };
  const pair = (
    term: (t: (typeof words)[Language]) => string,
    value: (formats: Formats) => string,
  ): Particular => ({
    term: both(({ language }) => term(words[language])),
    value: both(value),
  });
  const all = [
    pair(
      (t) => t.code,
      () => manifestCode,
    ),
    ...items.map(
      (item): Particular => ({ term: item.name, value: both((formats) => itemText(item, formats)) }),
    ),
    pair(
      (t) => t.containers,
      (formats) => containersText(containers, formats),
    ),
    pair(
      (t) => t.weight,
      (formats) => weightText(totalGrams(items), formats),
    ),
    pair(
      (t) => t.estimate,
      (formats) => estimateText(items, formats),
    ),
    ...(kind === 'advertising'
      ? [
          pair(
            (t) => t.bring,
            ({ language }) => words[language].openSample,
          ),
        ]
      : []),
    pair(
      (t) => t.note,
      () => note,
    ),
  ];
  return all.filter(({ value }) => value.de !== '');
}

export const itemText = ({ pieces, grams }: Pick<StoredItem, 'pieces' | 'grams'>, formats: Formats): string =>
  words[formats.language].itemText({ pieces: formats.number(pieces), grams: formats.number(grams) });

/** "2 Kisten, 1 Palette"; empty for none. */
export function containersText(containers: Containers, { language, number }: Formats): string {
  const names = words[language].containerNames;
  return CONTAINER_KINDS.filter((kind) => containers[kind] > 0)
    .map((kind) => `${number(containers[kind])} ${names[kind][containers[kind] === 1 ? 0 : 1]}`)
    .join(', ');
}

/** Kilograms with one decimal, rounded up: whoever lifts it must not be surprised. */
export const weightText = (grams: number, { language }: Formats): string =>
  `${(Math.ceil(grams / 100) / 10).toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { minimumFractionDigits: 1 })} kg`;

function estimateText(items: readonly StoredItem[], formats: Formats): string {
  const { net, gross } = totals(items);
  return words[formats.language].estimateText({ net: formats.money(net), gross: formats.money(gross) });
}
