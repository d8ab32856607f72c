import type { OfferedDay } from '../../domain/calendar/index.ts';
import { CONTAINER_KINDS, gramsField, MOST_GRAMS, piecesField } from '../../domain/drop-offs/index.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { SelectOption } from '../../ui/index.ts';
import { type FormErrors, type FormFields, fieldValue } from '../../web/index.ts';
import { type MailProduct, mailPriceOn } from '../catalogue/index.ts';
import type { CostCentre } from '../customers/index.ts';
import { type BookingView, bookingLabels, bookingView } from '../orders/index.ts';
import { ITEMS_FIELD, smallTerms } from './announce.ts';
import { containerField } from './form.ts';
import { type DropOffKind, productsOf } from './kinds.ts';
import type { Site } from './queries.ts';
import { words } from './words.ts';

/** A number that can be typed. */
export interface NumberView {
  readonly field: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly typed: string;
  readonly error: string | undefined;
}

/** A product with how much of it is brought. */
export interface ItemView {
  readonly name: string;
  /** Format and price. */
  readonly hint: string;
  readonly pieces: NumberView;
  readonly grams: NumberView;
}

/** What the form of a drop-off offers, worded, and what was chosen or typed so far. */
export interface DropOffFormView {
  readonly kind: DropOffKind;
  readonly sites: readonly SelectOption[];
  readonly site: string;
  readonly siteHint: string;
  readonly booking: BookingView;
  readonly items: readonly ItemView[];
  readonly itemsError: string | undefined;
  readonly containers: readonly NumberView[];
  readonly isUniform: boolean;
  readonly note: string;
  readonly errors: FormErrors;
}

/** What the form is made from. */
export interface DropOffFormInput {
  readonly kind: DropOffKind;
  readonly sites: readonly Site[];
  readonly site: Site | undefined;
  readonly days: readonly OfferedDay[];
  readonly products: ReadonlyMap<string, MailProduct>;
  readonly costCentres: readonly CostCentre[];
  readonly today: Temporal.PlainDate;
  readonly fields: FormFields;
  readonly errors: FormErrors;
  readonly formats: Formats;
}

export function dropOffFormView(input: DropOffFormInput): DropOffFormView {
  const { kind, sites, site, days, products, costCentres, fields, errors, formats } = input;
  const t = words[formats.language];
  return {
    kind,
    sites: sites.map(({ code, name, street, city }) => ({
      value: code,
      label: `${name}, ${street}, ${city}`,
    })),
    site: site?.code ?? '',
    siteHint: site?.hint[formats.language] ?? '',
    booking: bookingView({ days, addresses: [], costCentres, fields, errors, formats }),
    items: productsOf(kind, products).map((product) => itemView(product, input)),
    itemsError: errors.of(ITEMS_FIELD),
    containers: CONTAINER_KINDS.map((container) =>
      numberView(containerField(container), t.containerLabels[container], undefined, input),
    ),
    isUniform: fieldValue(fields, 'isUniform') === 'on',
    note: fieldValue(fields, 'note'),
    errors,
  };
}

function itemView(product: MailProduct, input: DropOffFormInput): ItemView {
  const { formats } = input;
  const t = words[formats.language];
  const max = formats.number(Math.min(product.maxGrams ?? MOST_GRAMS, MOST_GRAMS));
  return {
    name: product.name[formats.language],
    hint: priceHint(product, input),
    pieces: numberView(piecesField(product.code), t.pieces, undefined, input),
    grams: numberView(gramsField(product.code), `${t.grams} (${t.gramsHint({ max })})`, undefined, input),
  };
}

function priceHint(product: MailProduct, { products, today, formats }: DropOffFormInput): string {
  const t = words[formats.language];
  const limits = product.limits[formats.language];
  const price = formats.unitPrice(mailPriceOn(product, today)?.unitPrice ?? 0);
  const terms = smallTerms(product, products, today);
  if (!terms) return t.priceHint({ limits, price });
  return t.adHint({
    limits,
    price,
    least: formats.number(product.minPieces),
    full: formats.number(terms.fullPricePieces),
    surcharge: formats.unitPrice(terms.surcharge),
  });
}

const numberView = (
  field: string,
  label: string,
  hint: string | undefined,
  { fields, errors }: DropOffFormInput,
): NumberView => ({ field, label, hint, typed: fieldValue(fields, field), error: errors.of(field) });

/** The fields of the form in its order, for the error summary. */
export function formLabels(
  kind: DropOffKind,
  products: ReadonlyMap<string, MailProduct>,
  language: Formats['language'],
): Record<string, string> {
  const t = words[language];
  const { slot = '', reference = '', costCentreId = '' } = bookingLabels(language);
  const items = productsOf(kind, products).flatMap(({ code, name }) => [
    [piecesField(code), t.piecesOf({ product: name[language] })],
    [gramsField(code), t.gramsOf({ product: name[language] })],
  ]);
  return {
    site: t.site,
    slot,
    [ITEMS_FIELD]: t.items,
    ...(Object.fromEntries(items) as Record<string, string>),
    ...Object.fromEntries(
      CONTAINER_KINDS.map((container) => [containerField(container), t.containerLabels[container]]),
    ),
    isUniform: t.kinds.advertising,
    reference,
    costCentreId,
    note: t.note,
  };
}
