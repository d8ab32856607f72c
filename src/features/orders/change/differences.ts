import type { Formats } from '../../../platform/i18n/index.ts';
import { addressLines } from '../address-lines.ts';
import { type OrderState, ownSlot } from '../order-state.ts';
import { quantityOf } from '../quantity-of.ts';
import { words } from './words.ts';

/** One thing that differs between two versions of an order, in words. */
export interface Difference {
  readonly term: string;
  readonly before: string;
  readonly after: string;
}

/** What is compared: its name, and how to say it of a version. */
type Pair = [term: string, say: (state: OrderState) => string];

/** Everything in which the second version differs from the first, in the order of the page of an order. */
export function differences(before: OrderState, after: OrderState, formats: Formats): Difference[] {
  const t = words[formats.language];
  const at = (instant: Temporal.Instant | undefined) => (instant ? formats.dateTime(instant) : t.never);
  const pairs: Pair[] = [
    [
      t.when,
      ({ date, windowStarts, windowEnds }) =>
        `${formats.longDate(date)}, ${formats.window(windowStarts, windowEnds)}`,
    ],
    [t.where, ({ address }) => addressLines(address)],
    [t.contact, ({ address }) => [address.contactName, address.contactPhone].filter(Boolean).join(', ')],
    ...quantityPairs(before, after, formats),
    ...particularPairs(before, after, formats.language),
    [t.driverHint, ({ driverHint }) => driverHint],
    [t.reference, ({ reference }) => reference],
    [t.costCentre, ({ costCentreLabel }) => costCentreLabel],
    [t.net, ({ net }) => formats.money(net)],
    [t.gross, ({ gross }) => formats.money(gross)],
    [t.changeUntil, ({ changeUntil }) => at(changeUntil)],
    [t.cancelUntil, ({ cancelUntil }) => at(cancelUntil)],
  ];
  return pairs
    .map(([term, say]) => ({ term, before: say(before) || t.nothing, after: say(after) || t.nothing }))
    .filter((pair) => pair.before !== pair.after);
}

/** A row for how many of each product there are, and one for its price where both versions have it. */
function quantityPairs(before: OrderState, after: OrderState, formats: Formats): Pair[] {
  const { language } = formats;
  const products = new Map([...before.lines, ...after.lines].map((line) => [line.productCode, line]));
  return [...products.values()].flatMap(({ productCode, name }): Pair[] => {
    const lineOf = ({ lines }: OrderState) => lines.find((line) => line.productCode === productCode);
    const quantity: Pair = [
      name[language],
      (state) => {
        const line = lineOf(state);
        return line ? quantityOf(line, formats) : words[language].noPieces;
      },
    ];
    if (!lineOf(before) || !lineOf(after)) return [quantity];
    const priceOf = (state: OrderState) => formats.unitPrice(lineOf(state)?.unitPrice ?? 0);
    return [quantity, [words[language].priceOf({ product: name[language] }), priceOf]];
  });
}

/** A row for everything that only this kind of order says. */
function particularPairs(before: OrderState, after: OrderState, language: Formats['language']): Pair[] {
  const terms = new Set([...before.particulars, ...after.particulars].map(({ term }) => term[language]));
  return [...terms].map((wanted) => [
    wanted,
    ({ particulars }) => particulars.find(({ term }) => term[language] === wanted)?.value[language] ?? '',
  ]);
}

/** What the audit log keeps of a change: the values that differ, as they were and as they are. */
export function auditedChange(before: OrderState, after: OrderState): { before: object; after: object } {
  const [was, is] = [auditValues(before), auditValues(after)];
  const changed = Object.keys(was).filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]));
  const pick = (values: Record<string, unknown>) =>
    Object.fromEntries(changed.map((key) => [key, values[key]]));
  return { before: pick(was), after: pick(is) };
}

/** Nothing that matters differs: another name for a product alone is no change of the order. */
export const isUnchanged = (before: OrderState, after: OrderState): boolean =>
  Object.keys(auditedChange(before, after).after).length === 0;

const auditValues = (state: OrderState): Record<string, unknown> => ({
  slot: ownSlot(state),
  address: addressLines(state.address),
  contact: [state.address.contactName, state.address.contactPhone],
  lines: state.lines
    .map(({ productCode, quantity, unitPrice }) => ({ product: productCode, quantity, unitPrice }))
    .sort((a, b) => (a.product < b.product ? -1 : 1)),
  driverHint: state.driverHint,
  particulars: state.particulars.map(({ term, value }) => [term.de, value.de]),
  reference: state.reference,
  costCentre: state.costCentreLabel,
  net: state.net,
  gross: state.gross,
  changeUntil: state.changeUntil?.toString() ?? null,
  cancelUntil: state.cancelUntil?.toString() ?? null,
});
