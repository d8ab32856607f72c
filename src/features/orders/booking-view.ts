import type { OfferedDay } from '../../domain/calendar/index.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { RadioGroup, SelectOption } from '../../ui/index.ts';
import { type FormErrors, type FormFields, fieldValue } from '../../web/index.ts';
import type { Service } from '../catalogue/index.ts';
import type { Address, CostCentre } from '../customers/index.ts';
import type { FormPlace } from './form-place.ts';
import { type ServiceTerms, serviceTerms } from './service-terms.ts';
import { words } from './words.ts';

/** So many days of windows fit on a page without drowning the reader. */
const DAYS_PER_PAGE = 5;

/** What a booking form offers to choose from, worded, and what was chosen or typed so far. */
export interface BookingView {
  readonly addresses: readonly SelectOption[];
  readonly costCentres: readonly SelectOption[];
  readonly days: readonly RadioGroup[];
  /** First dates of the pages of days before and after this one. */
  readonly earlier: string | undefined;
  readonly later: string | undefined;
  /** In which zone these windows are; empty where it does not matter. */
  readonly zone: string;
  /** Why there are none for the address: nobody goes there. Undefined where somebody does. */
  readonly notServed: string | undefined;
  /** Other addresses may have other windows: they have to be asked for. */
  readonly hangsOnAddress: boolean;
  /** Of the services that are booked, as they are at the address. */
  readonly terms: readonly ServiceTerms[];
  readonly typed: Readonly<
    Record<'slot' | 'addressId' | 'costCentreId' | 'reference' | 'driverHint', string>
  >;
  readonly errors: FormErrors;
}

/**
 * Words the choices of a booking form. The field `from` (a date) says which days to show; without it the page
 * with the chosen window is shown, else the first.
 */
export function bookingView(input: {
  readonly days: readonly OfferedDay[];
  readonly addresses: readonly Address[];
  readonly costCentres: readonly CostCentre[];
  /** The address that the days are about; left out where there is none to choose. */
  readonly place?: FormPlace;
  /** What is booked, as it is there. */
  readonly services?: readonly (Service | undefined)[];
  readonly fields: FormFields;
  readonly errors: FormErrors;
  readonly formats: Formats;
}): BookingView {
  const { days, addresses, costCentres, place, services = [], fields, errors, formats } = input;
  const typed = {
    slot: fieldValue(fields, 'slot'),
    addressId: place?.address ? String(place.address.id) : fieldValue(fields, 'addressId'),
    costCentreId: fieldValue(fields, 'costCentreId'),
    reference: fieldValue(fields, 'reference'),
    driverHint: fieldValue(fields, 'driverHint'),
  };
  const from = fieldValue(fields, 'from') || typed.slot.slice(0, 10);
  const wanted = days.findIndex(({ date }) => date.toString() >= from);
  const start = Math.floor(Math.max(0, wanted) / DAYS_PER_PAGE) * DAYS_PER_PAGE;
  const dateAt = (index: number) => days[index]?.date.toString();
  return {
    addresses: addresses.map((address) => ({
      value: String(address.id),
      label: `${address.label}: ${address.street}, ${address.postcode} ${address.city}`,
    })),
    costCentres: costCentres.map(({ id, code, name }) => ({ value: String(id), label: `${code} ${name}` })),
    days: days.slice(start, start + DAYS_PER_PAGE).map((day) => dayView(day, formats)),
    earlier: start > 0 ? dateAt(start - DAYS_PER_PAGE) : undefined,
    later: dateAt(start + DAYS_PER_PAGE),
    ...placeView(place, days, formats),
    terms: services.flatMap((service) => (service ? [serviceTerms(service, formats)] : [])),
    typed,
    errors,
  };
}

/** Where the windows are, or that nobody goes there. What is promised already can be kept all the same. */
export function placeView(
  place: FormPlace | undefined,
  days: readonly unknown[],
  { language }: Formats,
): Pick<BookingView, 'zone' | 'notServed' | 'hangsOnAddress'> {
  const t = words[language].booking;
  const zone = place?.catalogue.zone;
  const address = place?.address;
  const isNowhere = place?.catalogue.place.kind === 'nowhere' && days.length === 0;
  return {
    zone: zone
      ? address
        ? t.zoneOf({ zone: zone.name[language], address: address.label })
        : t.zone({ zone: zone.name[language] })
      : '',
    notServed: isNowhere ? t.notServed({ postcode: (address ?? { postcode: '' }).postcode }) : undefined,
    hangsOnAddress: place?.hangsOnAddress ?? false,
  };
}

/** Few places are named, many are simply free. */
const FEW = 5;

function dayView(day: OfferedDay, formats: Formats): RadioGroup {
  const t = words[formats.language].booking;
  return {
    title: `${formats.longDate(day.date)}, ${t.orderBy({ at: formats.dateTime(day.orderBy) })}`,
    options: day.windows.map((window) => ({
      value: window.key,
      title: formats.window(window.starts, window.ends),
      detail:
        window.free === 0 ? t.soldOut : window.free <= FEW ? t.free({ count: window.free }) : t.available,
      disabled: window.free === 0,
    })),
  };
}

/** The fields of a booking in the order of the form, for the error summary. */
export function bookingLabels(language: Formats['language']) {
  const t = words[language].booking;
  return {
    addressId: t.address,
    slot: t.slot,
    reference: t.reference,
    costCentreId: t.costCentre,
    driverHint: t.driverHint,
  };
}
