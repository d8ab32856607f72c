import type { MailProduct } from '../catalogue/index.ts';

/** Letters and advertising mail are handed over apart: each has its own order deadline. */
export const DROP_OFF_KINDS = ['letters', 'advertising'] as const;
export type DropOffKind = (typeof DROP_OFF_KINDS)[number];

const SERVICES: Readonly<Record<DropOffKind, string>> = { letters: 'DROPOFF', advertising: 'DROPOFF_AD' };

/** The service that a kind is booked as. */
export const serviceOf = (kind: DropOffKind): string => SERVICES[kind];

/** All services of this feature. */
export const DROP_OFF_SERVICES = Object.values(SERVICES);

/** The kind behind a service; undefined for services of other features. */
export const kindOfService = (serviceCode: string): DropOffKind | undefined =>
  DROP_OFF_KINDS.find((kind) => SERVICES[kind] === serviceCode);

/** What can be announced as this kind: surcharges are charged, and never announced. */
export function productsOf(
  kind: DropOffKind,
  products: ReadonlyMap<string, MailProduct>,
): readonly MailProduct[] {
  const all = [...products.values()];
  const surcharges = new Set(all.map(({ surchargeCode }) => surchargeCode));
  return all.filter(
    ({ code, family, isActive }) =>
      isActive && !surcharges.has(code) && (family === 'advertising') === (kind === 'advertising'),
  );
}
