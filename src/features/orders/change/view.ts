import { quantityField } from '../../../domain/orders/index.ts';
import type { Formats } from '../../../platform/i18n/index.ts';
import type { FormErrors, FormFields } from '../../../web/index.ts';
import { BASKET_FIELD } from '../basket.ts';
import { type BookingView, bookingLabels, bookingView } from '../booking-view.ts';
import { formPlace } from '../form-place.ts';
import type { OrderState } from '../order-state.ts';
import { quantityLabels, typedQuantities } from '../quantities-form.ts';
import { type LineView, lineViews, sumsView } from '../view.ts';
import type { ChangeProduct } from './change-choices.ts';
import { type Difference, differences } from './differences.ts';
import { type ChangeOptions, type ChangeQuote, daysAt } from './quote-change.ts';
import { words } from './words.ts';

/** A product with how many of it there shall be. */
export interface QuantityView {
  readonly field: string;
  readonly name: string;
  readonly hint: string;
  readonly max: number;
  readonly typed: string;
  readonly error: string | undefined;
}

/** What the form of a change shows. */
export interface ChangeView {
  readonly version: string;
  /** When it is booked for now. */
  readonly present: string;
  readonly until: Temporal.Instant | undefined;
  /** Empty where the service is the one line. */
  readonly quantities: readonly QuantityView[];
  readonly booking: BookingView;
}

export function changeView(
  options: ChangeOptions,
  fields: FormFields,
  errors: FormErrors,
  formats: Formats,
  now: Temporal.Instant,
): ChangeView {
  const { present, kind, catalogue, addresses, costCentres, products } = options;
  const typed = typedQuantities(fields);
  const place = formPlace(catalogue, addresses, fields);
  const services = [place.catalogue.services.get(options.serviceCode)];
  const days = daysAt(options, place.address ?? NOT_CHOSEN, place.catalogue, now);
  return {
    version: fields.get('version')?.[0] ?? '',
    present: `${formats.longDate(present.date)}, ${formats.window(present.windowStarts, present.windowEnds)}`,
    until: present.changeUntil,
    quantities: kind.hasQuantities
      ? [...products.values()].map((product) =>
          quantityView(product, typed.get(product.code) ?? '', errors, formats),
        )
      : [],
    booking: bookingView({ days, addresses, costCentres, place, services, fields, errors, formats }),
  };
}

/** The order's own address is chosen to begin with; somebody may have taken it away. */
const NOT_CHOSEN = { id: 0, postcode: '' };

function quantityView(
  product: ChangeProduct,
  typed: string,
  errors: FormErrors,
  formats: Formats,
): QuantityView {
  const { language } = formats;
  const t = words[language];
  const field = quantityField(product.code);
  const most = formats.number(product.maxPerOrder);
  const terms = t.per({
    price: product.unitPrice === 0 ? t.free : formats.unitPrice(product.unitPrice),
    unit: product.unit[language],
    most,
  });
  return {
    field,
    name: product.name[language],
    hint: product.isKept ? `${terms}. ${t.noLongerSold}` : terms,
    max: product.maxPerOrder,
    typed,
    error: errors.of(field),
  };
}

/** The fields of the form in its order, for the error summary. */
export function changeLabels(
  { products }: Pick<ChangeOptions, 'products'>,
  language: Formats['language'],
): Record<string, string> {
  return {
    [BASKET_FIELD]: words[language].items,
    ...quantityLabels({ products }, language),
    ...bookingLabels(language),
  };
}

/** What the page "is this right?" shows of a change. */
export interface ChangeCheckView {
  readonly differences: readonly Difference[];
  readonly lines: readonly LineView[];
  readonly sums: ReturnType<typeof sumsView>;
  /** What can be done afterwards, until when. */
  readonly deadlines: string;
}

export function changeCheckView({ before, after }: ChangeQuote, formats: Formats): ChangeCheckView {
  return {
    differences: differences(before, after, formats),
    lines: lineViews(after.lines, formats),
    sums: sumsView(after, formats),
    deadlines: deadlineWords(after, formats),
  };
}

function deadlineWords({ changeUntil, cancelUntil }: OrderState, formats: Formats): string {
  const t = words[formats.language];
  if (!changeUntil) return t.final;
  const change = formats.dateTime(changeUntil);
  return cancelUntil
    ? t.stillUntil({ change, cancel: formats.dateTime(cancelUntil) })
    : t.noCancelling({ change });
}
