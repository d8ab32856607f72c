import type { Formats, Text } from '../../platform/i18n/index.ts';
import type { LetterPart } from '../../platform/mail/letter.ts';
import { addressLines } from './address-lines.ts';
import { differences } from './change/differences.ts';
import { letterWords } from './letter-words.ts';
import { kindOf } from './order-kinds.ts';
import type { OrderState } from './order-state.ts';
import { orderHref } from './view.ts';

/** What a letter tells of. */
export type Occasion = 'placed' | 'waiting' | 'changed' | 'cancelled';

/** An order in the version that a letter is about, and the one before it. */
export interface LetterOrder {
  readonly number: string;
  readonly serviceCode: string;
  readonly serviceName: Text;
  readonly state: OrderState;
  /** Of one that waits for approval: until when it can be approved. */
  readonly approveUntil: Temporal.Instant | undefined;
  readonly before: OrderState | undefined;
}

/** What a letter says about one order: of a changed one first what is different now. */
export function orderParts(
  { number, serviceCode, serviceName, state, approveUntil, before }: LetterOrder,
  formats: Formats,
  publicUrl: string,
  occasion: Occasion,
): LetterPart[] {
  const { language } = formats;
  const t = letterWords[language];
  const title = `${number}: ${serviceName[language]}`;
  const facts = stateFacts(state, formats);
  // what is cancelled by a rule of its own says so among its particulars
  const isAnywhere = !kindOf(serviceCode)?.cancelsThere;
  const until = untilFacts(state, formats);
  const waits: [string, string][] = approveUntil ? [[t.approveUntil, formats.dateTime(approveUntil)]] : [];
  const deadlines = occasion === 'waiting' ? waits : occasion !== 'cancelled' && isAnywhere ? until : [];
  const parts: LetterPart[] = [
    {
      kind: 'facts',
      title: occasion === 'changed' ? t.changed.afterwards : title,
      facts: [[t.number, number], [t.service, serviceName[language]], ...facts, ...deadlines],
    },
    { kind: 'link', text: t.show({ number }), href: publicUrl + orderHref(number) },
  ];
  if (occasion !== 'changed' || !before) return parts;
  const changes = differences(before, state, formats).map((one): [string, string] => [
    one.term,
    t.changed.became(one),
  ]);
  return [{ kind: 'facts', title: t.changed.what({ title }), facts: changes }, ...parts];
}

function stateFacts(state: OrderState, formats: Formats): [string, string][] {
  const { language } = formats;
  const t = letterWords[language];
  const goods = state.lines.map((line) => `${formats.number(line.quantity)} × ${line.name[language]}`);
  const facts: [string, string][] = [
    [t.items, goods.join('; ')],
    [t.when, `${formats.longDate(state.date)}, ${formats.window(state.windowStarts, state.windowEnds)}`],
    [t.where, addressLines(state.address)],
    ...state.particulars.map(({ term, value }): [string, string] => [term[language], value[language]]),
    [t.reference, state.reference],
    [t.costCentre, state.costCentreLabel],
    [t.hint, state.driverHint],
    [t.sum, t.sumText({ net: formats.money(state.net), gross: formats.money(state.gross) })],
  ];
  return facts.filter(([, value]) => value !== '');
}

function untilFacts({ changeUntil, cancelUntil }: OrderState, formats: Formats): [string, string][] {
  const t = letterWords[formats.language];
  return [
    ...(changeUntil
      ? [[t.change, t.changeUntil({ at: formats.dateTime(changeUntil) })] as [string, string]]
      : []),
    [t.cancellation, cancelUntil ? t.cancelUntil({ at: formats.dateTime(cancelUntil) }) : t.final],
  ];
}
