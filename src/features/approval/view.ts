import type { ApprovalRule } from '../../domain/approval.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import { orderHref } from '../orders/index.ts';
import type { Named, WaitingOrder } from './queries.ts';
import { words } from './words.ts';

/** An order that waits, worded. */
export interface WaitingRow {
  readonly number: string;
  readonly href: string;
  readonly service: string;
  readonly when: string;
  readonly who: string;
  readonly reference: string;
  readonly net: string;
  readonly until: Temporal.Instant;
  /** Whoever looks has placed it, and somebody else decides. */
  readonly isOwn: boolean;
}

/** @param reader who looks: their own orders are not theirs to decide unless they are exempt */
export function waitingRows(
  orders: readonly WaitingOrder[],
  reader: { readonly personId: number | undefined; readonly exempt: boolean },
  formats: Formats,
): WaitingRow[] {
  const { language } = formats;
  const t = words[language].list;
  return orders.map((order) => ({
    number: order.number,
    href: orderHref(order.number),
    service: order.serviceName[language],
    when: `${formats.date(order.date)}, ${formats.window(order.starts, order.ends)}`,
    who: order.placedByName ?? t.former,
    reference: order.reference,
    net: formats.money(order.net),
    until: order.approveUntil,
    isOwn: order.placedBy !== null && order.placedBy === reader.personId && !reader.exempt,
  }));
}

/** What the form of the rule shows, as it is stored or as it was typed. */
export interface TypedRule {
  readonly isOn: boolean;
  readonly above: string;
  readonly fourEyes: boolean;
}

export const typedRule = (
  { isOn, aboveCents, fourEyes }: ApprovalRule,
  { language }: Formats,
): TypedRule => ({
  isOn,
  above: aboveCents === undefined ? '' : euros(aboveCents, language),
  fourEyes,
});

/** As one types it: `250` or `250,50`. */
function euros(cents: number, language: Formats['language']): string {
  const fixed = cents % 100 === 0 ? `${cents / 100}` : (cents / 100).toFixed(2);
  return language === 'de' ? fixed.replace('.', ',') : fixed;
}

/** The page of the rule, worded. */
export interface RuleView {
  readonly typed: TypedRule;
  readonly approvers: readonly string[];
  readonly watched: readonly Named[];
  /** Four eyes are demanded, and there are not enough. */
  readonly hasTooFew: boolean;
}

export function ruleView(
  rule: ApprovalRule,
  people: { readonly approvers: readonly Named[]; readonly watched: readonly Named[] },
  formats: Formats,
): RuleView {
  return {
    typed: typedRule(rule, formats),
    approvers: people.approvers.map(({ name }) => name),
    watched: people.watched,
    hasTooFew: rule.isOn && rule.fourEyes && people.approvers.length < 2,
  };
}
