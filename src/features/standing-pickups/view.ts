import { lineNet, totals } from '../../domain/money.ts';
import { occurrences, versionOn } from '../../domain/recurrence/index.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { DescriptionItem, SelectOption, Tone } from '../../ui/index.ts';
import { type FormErrors, type FormFields, fieldValue } from '../../web/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Address, CostCentre } from '../customers/index.ts';
import {
  addressLines,
  type Difference,
  formPlace,
  placeView,
  type ServiceTerms,
  serviceTerms,
} from '../orders/index.ts';
import { pickupProduct } from '../pickups/index.ts';
import { isOver } from './edit-plan.ts';
import { PLAN_FIELDS, weekdaysOf } from './form.ts';
import { planHref } from './paths.ts';
import { isOpenFor, SERVICE, type StoredPlan, type StoredVersion, standingService } from './plan.ts';
import { words } from './words.ts';

/** Hours and price of standing pickups, from the data that decide. */
export function termsText(catalogue: Catalogue, formats: Formats): { hours: string; price: string } {
  const t = words[formats.language];
  const service = standingService(catalogue);
  const product = pickupProduct(catalogue, SERVICE);
  const sums = product && totals([{ net: lineNet(product.unitPrice, 1), vatRate: product.vatRate }]);
  if (!service || !sums) return { hours: service?.hours[formats.language] ?? '', price: '' };
  const price = t.price({ net: formats.money(sums.net), gross: formats.money(sums.gross) });
  const free = t.free({ letters: formats.number(service.standing.freeFromDailyLetters) });
  return { hours: service.hours[formats.language], price: `${price} ${free}` };
}

/** A plan in the list. */
export interface PlanRow {
  readonly number: string;
  readonly href: string;
  readonly days: string;
  readonly window: string;
  readonly where: string;
  readonly next: string;
  readonly state: { readonly text: string; readonly tone: Tone };
}

/** So far ahead a plan that runs has its next date. */
const NEXT_WITHIN_DAYS = 120;

export function planRows(
  plans: readonly StoredPlan[],
  catalogue: Catalogue,
  today: Temporal.PlainDate,
  formats: Formats,
): PlanRow[] {
  const t = words[formats.language];
  return plans.map((plan) => {
    const version = versionOn(plan, today) ?? plan.versions[0];
    const first = plan.versions[0]?.from ?? today;
    const from = Temporal.PlainDate.compare(first, today) > 0 ? first : today;
    const next = occurrences(plan, isOpenFor(catalogue, plan), {
      from,
      until: from.add({ days: NEXT_WITHIN_DAYS }),
    }).find(({ fate, date }) => fate === 'due' && Temporal.PlainDate.compare(date, today) >= 0);
    return {
      number: plan.number,
      href: planHref(plan.number),
      days: version ? daysText(version, formats) : '',
      window: version ? formats.window(version.window.starts, version.window.ends) : '',
      where: version?.addressLabel ?? '',
      next: next ? formats.date(next.date) : t.nothingNext,
      state: isOver(plan, today)
        ? { text: t.over, tone: 'neutral' }
        : Temporal.PlainDate.compare(first, today) > 0
          ? { text: t.notBegun({ date: formats.shortDate(first) }), tone: 'info' }
          : { text: t.running, tone: 'ok' },
    };
  });
}

export const daysText = ({ weekdays }: Pick<StoredVersion, 'weekdays'>, formats: Formats): string =>
  weekdays.map((day) => formats.weekday(day)).join(', ');

/** What the plan says now, and from when on it will say something else. */
export function planFacts(plan: StoredPlan, today: Temporal.PlainDate, formats: Formats): DescriptionItem[] {
  const t = words[formats.language];
  const now = versionOn(plan, today) ?? plan.versions[0];
  const from = formats.longDate(plan.versions[0]?.from ?? today);
  const later = plan.versions.filter((one) => now && Temporal.PlainDate.compare(one.from, now.from) > 0);
  const facts = [
    {
      term: t.span,
      value: plan.until ? t.fromUntil({ from, until: formats.longDate(plan.until) }) : t.from({ from }),
    },
    ...(now ? versionFacts(now, formats) : []),
    ...later.map((one) => ({
      term: t.laterVersion({ date: formats.date(one.from) }),
      value: `${daysText(one, formats)}, ${formats.window(one.window.starts, one.window.ends)}, ${one.addressLabel}`,
    })),
  ];
  return facts.filter(({ value }) => value !== '');
}

/** What one version of a plan says, for its page and for the check before it is made. */
export function versionFacts(
  version: Omit<StoredVersion, 'id' | 'from' | 'isAddressGone'>,
  formats: Formats,
): { term: string; value: string }[] {
  const t = words[formats.language];
  const volume = [
    version.expectedLetters === undefined
      ? ''
      : t.volumeLetters({ count: formats.number(version.expectedLetters) }),
    version.expectedBoxes === undefined
      ? ''
      : t.volumeBoxes({ count: formats.number(version.expectedBoxes) }),
  ].filter(Boolean);
  return [
    { term: t.days, value: daysText(version, formats) },
    { term: t.window, value: formats.window(version.window.starts, version.window.ends) },
    { term: t.where, value: addressLines(version.address) },
    { term: t.holidayRule, value: t.holidays[version.onHoliday].title },
    { term: t.volume, value: volume.join(', ') },
    { term: t.reference, value: version.reference },
    { term: t.costCentre, value: version.costCentreLabel },
    { term: t.driverHint, value: version.driverHint },
  ];
}

/** In what a plan differs from what it said before. */
export function planDifferences(
  before: Parameters<typeof versionFacts>[0] | undefined,
  after: Parameters<typeof versionFacts>[0],
  formats: Formats,
): Difference[] {
  const { nothing } = words[formats.language];
  const was = before ? versionFacts(before, formats) : [];
  return versionFacts(after, formats)
    .map(({ term, value }, at) => ({
      term,
      before: was[at]?.value || nothing,
      after: value || nothing,
    }))
    .filter((row) => row.before !== row.after);
}

/** What the form of a plan offers, and what was typed so far. */
export interface PlanFormView {
  readonly weekdays: readonly {
    readonly value: string;
    readonly label: string;
    readonly isChecked: boolean;
  }[];
  readonly windows: readonly SelectOption[];
  readonly zone: string;
  readonly notServed: string | undefined;
  readonly hangsOnAddress: boolean;
  readonly terms: readonly ServiceTerms[];
  readonly addresses: readonly SelectOption[];
  readonly costCentres: readonly SelectOption[];
  readonly typed: Readonly<Record<(typeof PLAN_FIELDS)[number], string>>;
  readonly errors: FormErrors;
}

export function planFormView(input: {
  readonly catalogue: Catalogue;
  readonly addresses: readonly Address[];
  readonly costCentres: readonly CostCentre[];
  readonly fields: FormFields;
  readonly errors: FormErrors;
  readonly formats: Formats;
}): PlanFormView {
  const { catalogue, addresses, costCentres, fields, errors, formats } = input;
  const place = formPlace(catalogue, addresses, fields);
  const service = standingService(place.catalogue);
  const kept = service?.windows ?? [];
  const chosen = new Set(weekdaysOf(fields));
  const windows = new Map(kept.map((window) => [window.starts.toString({ smallestUnit: 'minute' }), window]));
  const typed = Object.fromEntries(
    PLAN_FIELDS.map((name) => [name, fieldValue(fields, name)]),
  ) as PlanFormView['typed'];
  return {
    weekdays: [...new Set(kept.map(({ weekday }) => weekday))].sort().map((day) => ({
      value: String(day),
      label: formats.weekday(day),
      isChecked: chosen.has(String(day)),
    })),
    windows: [...windows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, window]) => ({
        value,
        label: formats.window(window.starts, window.ends),
      })),
    ...placeView(place, kept, formats),
    terms: service ? [serviceTerms(service, formats)] : [],
    addresses: addresses.map((address) => ({
      value: String(address.id),
      label: `${address.label}: ${address.street}, ${address.postcode} ${address.city}`,
    })),
    costCentres: costCentres.map(({ id, code, name }) => ({ value: String(id), label: `${code} ${name}` })),
    typed: {
      ...typed,
      addressId: place.address ? String(place.address.id) : typed.addressId,
      onHoliday: typed.onHoliday || 'skip',
    },
    errors,
  };
}

/** The fields of the form in its order, for the error summary. */
export function planLabels(language: Formats['language']): Record<string, string> {
  const t = words[language];
  return {
    addressId: t.address,
    weekdays: t.weekdays,
    window: t.window,
    validFrom: t.validFrom,
    validUntil: t.validUntil,
    from: t.changeFrom,
    onHoliday: t.onHoliday,
    expectedLetters: t.letters,
    expectedBoxes: t.boxes,
    reference: t.reference,
    costCentreId: t.costCentre,
    driverHint: t.driverHint,
  };
}
