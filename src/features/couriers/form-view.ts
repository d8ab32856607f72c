import type { OfferedDay } from '../../domain/calendar/index.ts';
import type { NowWindow } from '../../domain/courier/index.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { RadioCard, SelectOption } from '../../ui/index.ts';
import { type FormErrors, type FormFields, fieldValue } from '../../web/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Address, CostCentre } from '../customers/index.ts';
import { type BookingView, bookingLabels, bookingView } from '../orders/index.ts';
import { placePaths, stopCount, timingOf } from './form.ts';
import type { CourierTerms } from './queries.ts';
import { MOST_STOPS, PROOFS, TIMINGS, type Timing } from './schemas.ts';
import type { OwnTime } from './when.ts';
import { words } from './words.ts';

/** One place of the form. */
export interface PlaceView {
  /** How its fields begin: `from`, `stops.0`, `to`. */
  readonly path: string;
  readonly title: string;
  readonly typed: (field: string) => string;
  readonly error: (field: string) => string | undefined;
  /** No address of the firm is chosen: the fields for another one are open. */
  readonly isTyped: boolean;
}

/** What the form of a ride offers, worded, and what was chosen or typed so far. */
export interface RideFormView {
  readonly timing: Timing;
  /** When the ride that is changed is booked for. */
  readonly present: string | undefined;
  readonly timings: readonly RadioCard[];
  readonly booking: BookingView;
  readonly places: readonly PlaceView[];
  readonly addresses: readonly SelectOption[];
  readonly stops: number;
  readonly mayAddStop: boolean;
  readonly vehicles: readonly SelectOption[];
  readonly proofs: readonly SelectOption[];
  readonly directHint: string;
  readonly waitHint: string;
  readonly typed: (field: string) => string;
  readonly errors: FormErrors;
}

export interface RideFormInput {
  readonly terms: CourierTerms;
  readonly catalogue: Catalogue;
  readonly now: NowWindow | undefined;
  /** Where the ride that is changed is now. */
  readonly own: OwnTime | undefined;
  readonly days: readonly OfferedDay[];
  readonly addresses: readonly Address[];
  readonly costCentres: readonly CostCentre[];
  readonly fields: FormFields;
  readonly errors: FormErrors;
  readonly formats: Formats;
}

export function rideFormView(input: RideFormInput): RideFormView {
  const { terms, addresses, costCentres, days, fields, errors, formats } = input;
  const t = words[formats.language];
  return {
    timing: timingOf(fields),
    present: input.own && whenText(input.own, formats),
    timings: TIMINGS.map((timing) => timingCard(timing, input)),
    booking: bookingView({ days, addresses: [], costCentres, fields, errors, formats }),
    places: placePaths(fields).map((path) => ({
      path,
      title: placeTitle(path, formats.language),
      typed: (field) => fieldValue(fields, `${path}.${field}`),
      error: (field) => errors.of(`${path}.${field}`),
      isTyped: fieldValue(fields, `${path}.addressId`) === '',
    })),
    addresses: addresses.map(({ id, label, street, city }) => ({
      value: String(id),
      label: `${label}: ${street}, ${city}`,
    })),
    stops: stopCount(fields),
    mayAddStop: stopCount(fields) < MOST_STOPS,
    vehicles: terms.vehicles.map(({ code, name, maxKg, maxSize }) => ({
      value: code,
      label: `${name[formats.language]} (${t.carriesText({ kg: formats.number(maxKg), size: maxSize.join(' × ') })})`,
    })),
    proofs: PROOFS.map((proof) => ({ value: proof, label: t.proofs[proof] })),
    directHint: t.directHint({ percent: formats.percent(terms.directSurcharge) }),
    waitHint: t.waitHint({ price: priceOf(terms.waitProduct, input) }),
    typed: (field) => fieldValue(fields, field),
    errors,
  };
}

function timingCard(timing: Timing, input: RideFormInput): RadioCard {
  const { formats, now, terms } = input;
  const t = words[formats.language];
  const title = t.timings[timing];
  if (timing === 'hour') return { value: timing, title };
  if (timing === 'half-hour')
    return {
      value: timing,
      title,
      detail: t.narrowDetail({ price: priceOf(terms.narrowWindowProduct, input) }),
    };
  // a ride at once stays in the window in which it was booked
  if (input.own?.when === 'now')
    return { value: timing, title, detail: t.ownNow({ when: whenText(input.own, formats) }) };
  return now
    ? { value: timing, title, detail: t.nowDetail({ window: formats.window(now.starts, now.ends) }) }
    : { value: timing, title, detail: t.noNow, disabled: true };
}

const whenText = ({ date, starts, ends }: OwnTime, formats: Formats): string =>
  `${formats.longDate(date)}, ${formats.window(starts, ends)}`;

const priceOf = (code: string, { catalogue, formats }: Pick<RideFormInput, 'catalogue' | 'formats'>) =>
  formats.unitPrice(catalogue.products.get(code)?.unitPrice ?? 0);

export function placeTitle(path: string, language: Formats['language']): string {
  const t = words[language];
  if (path === 'from') return t.fromTitle;
  return path === 'to' ? t.toTitle : t.stopTitle({ at: Number(path.slice('stops.'.length)) + 1 });
}

/** The fields of the form in its order, for the error summary. */
export function formLabels(fields: FormFields, language: Formats['language']): Record<string, string> {
  const t = words[language];
  const { slot = '', reference = '', costCentreId = '' } = bookingLabels(language);
  const ofPlace = (path: string) => {
    const place = placeTitle(path, language);
    const names = {
      addressId: t.ownAddress,
      recipient: t.recipient,
      street: t.street,
      postcode: t.postcode,
      city: t.city,
      contactName: t.contactName,
      contactPhone: t.contactPhone,
      hint: t.placeHint,
    };
    return Object.entries(names).map(([field, name]) => [
      `${path}.${field}`,
      t.fieldOf({ place, field: name }),
    ]);
  };
  return {
    when: t.timing,
    slot,
    ...(Object.fromEntries(placePaths(fields).flatMap(ofPlace)) as Record<string, string>),
    content: t.content,
    kg: t.kg,
    length: t.length,
    width: t.width,
    height: t.height,
    vehicle: t.vehicleChoice,
    waitMinutes: t.wait,
    proof: t.proof,
    reference,
    costCentreId,
  };
}
