import type { Subject } from '../subject.ts';
import { courierDistance, courierFares, courierTerms, courierVehicle, courierZone } from './couriers.ts';
import { day } from './days.ts';
import { mailPrice, mailVat, productPrice, productVat } from './prices.ts';
import { mailProduct, product } from './products.ts';
import { servicePromises } from './service-promises.ts';
import { service } from './services.ts';
import { serviceHours, site, siteHours } from './sites.ts';
import { tour } from './tours.ts';
import { bookingWindow } from './windows.ts';
import { tourZone } from './zones.ts';

/** Everything that the desk can change, by its key. */
export const SUBJECTS: ReadonlyMap<string, Subject> = new Map(
  [
    product,
    productPrice,
    productVat,
    mailProduct,
    mailPrice,
    mailVat,
    service,
    bookingWindow,
    tourZone,
    tour,
    site,
    siteHours,
    serviceHours,
    servicePromises,
    day,
    courierVehicle,
    courierFares,
    courierZone,
    courierDistance,
    courierTerms,
  ].map((subject) => [subject.key, subject]),
);

/** Pages that belong to the same thing lead to each other. */
export const SIBLINGS: readonly (readonly Subject[])[] = [
  [product, productPrice, productVat],
  [mailProduct, mailPrice, mailVat],
  [service],
  [bookingWindow],
  [tourZone],
  [tour],
  [site, siteHours],
  [serviceHours, servicePromises],
  [day],
  [courierVehicle, courierFares],
  [courierZone],
  [courierDistance],
  [courierTerms],
];
