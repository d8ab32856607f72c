import { type Place, placeOf } from '../../domain/zones/index.ts';
import type { Catalogue, Service, TourZone } from './catalogue.ts';

/** The catalogue as it is at one address. */
export interface LocalCatalogue extends Catalogue {
  readonly place: Place;
  /** The zone of the address; undefined where there are none, and where nobody goes. */
  readonly zone: TourZone | undefined;
}

/**
 * What can be had at a postcode: services that go by zones get the pool and the windows of its zone there, and no window
 * at all where it belongs to none. Everything else stays as it is.
 * @param postcode as somebody wrote it
 */
export function catalogueAt(catalogue: Catalogue, postcode: string): LocalCatalogue {
  const { isZoned, zones, prefixes, services } = catalogue;
  const place = placeOf(postcode, isZoned ? prefixes : undefined);
  return {
    ...catalogue,
    place,
    zone: place.kind === 'zone' ? zones.find(({ code }) => code === place.zone) : undefined,
    services: new Map([...services].map(([code, service]) => [code, serviceAt(service, place)])),
  };
}

function serviceAt(service: Service, place: Place): Service {
  if (!service.inZones) return service;
  const own = place.kind === 'zone' ? service.inZones.get(place.zone) : undefined;
  return { ...service, ...(own ?? { windows: [] }) };
}
