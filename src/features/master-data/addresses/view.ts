import type { Formats } from '../../../platform/i18n/index.ts';
import type { DescriptionItem, Frame } from '../../../ui/index.ts';
import { type FormFields, fieldValue } from '../../../web/index.ts';
import { sayValue } from '../history.ts';
import type { HistoryRow } from '../queries.ts';
import type { StoredAddress } from './queries.ts';
import type { AddressQuestion } from './question.ts';
import type { AddressValues } from './schemas.ts';
import type { NotServed } from './served.ts';
import { words } from './words.ts';

export const ADDRESSES = '/konto/stammdaten/anschriften';
export const addressHref = (id: number) => `${ADDRESSES}/${id}`;

/** A row of the list, worded. */
export interface AddressRow {
  readonly href: string;
  readonly label: string;
  readonly address: string;
  readonly uses: string;
  /** That no tour goes there; undefined: one does, or none needs to. */
  readonly notServed: string | undefined;
}

export function addressRows(
  addresses: readonly StoredAddress[],
  notServed: NotServed,
  { language }: Formats,
): AddressRow[] {
  return addresses.map(({ id, values }) => ({
    href: addressHref(id),
    label: values.label,
    address: `${values.recipient}, ${values.street}, ${values.postcode} ${values.city}`,
    uses: usesOf(values, language),
    notServed: notServed(values) && words[language].notServedShort,
  }));
}

function usesOf(values: AddressValues, language: Formats['language']): string {
  const t = words[language].usesShort;
  return [
    values.isDefaultBilling ? t.default : values.isBilling && t.billing,
    values.isDelivery && t.delivery,
    values.isPickup && t.pickup,
  ]
    .filter((use) => use !== false)
    .join(', ');
}

/** What the form shows in its fields: as typed, whatever is wrong with it. */
export type TypedAddress = AddressValues;

export function typedAddress(fields: FormFields): TypedAddress {
  const typed = (name: keyof AddressValues) => fieldValue(fields, name);
  return {
    label: typed('label'),
    recipient: typed('recipient'),
    street: typed('street'),
    postcode: typed('postcode'),
    city: typed('city'),
    isBilling: fields.has('isBilling'),
    isDelivery: fields.has('isDelivery'),
    isPickup: fields.has('isPickup'),
    isDefaultBilling: fields.has('isDefaultBilling'),
    contactName: typed('contactName'),
    contactPhone: typed('contactPhone'),
    driverHint: typed('driverHint'),
  };
}

/** A new address most often is a place to deliver to. */
export const NEW_ADDRESS: TypedAddress = { ...typedAddress(new Map()), isDelivery: true };

/** The address as facts, for those who may not change it. */
export function addressFacts(values: AddressValues, frame: Frame): DescriptionItem[] {
  const t = words[frame.language];
  const { isBilling: _, isDelivery: __, isPickup: ___, isDefaultBilling: ____, ...said } = values;
  return [
    ...Object.entries(said).map(([name, value]) => ({
      term: t.fields[name as keyof AddressValues],
      value: sayValue(value, name, t, frame),
    })),
    { term: t.uses, value: usesOf(values, frame.language) },
  ].filter(({ value }) => value !== '');
}

/** The question about the postcode in words. */
export function questionView(question: AddressQuestion | undefined, { language }: Frame) {
  if (!question) return undefined;
  const { warning, answer } = question;
  const say = words[language].warning;
  const text = warning.kind === 'not-in-city' ? say['not-in-city'](warning) : say[warning.kind]();
  return { text, answer };
}

/** Names the address of a history entry, also one that was removed. */
export const namer =
  (labels: ReadonlyMap<number, string>) =>
  ({ object }: HistoryRow): string =>
    labels.get(Number(object.split('/')[1])) ?? '';
