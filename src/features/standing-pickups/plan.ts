import {
  type Exception,
  type IsOpen,
  openDays,
  type Plan,
  type PlanVersion,
} from '../../domain/recurrence/index.ts';
import type { AddressSnapshot } from '../../platform/db/json.ts';
import type { Catalogue, Service, StandingTerms } from '../catalogue/index.ts';

/** Code of the service that plans are made of. */
export const SERVICE = 'PICKUP_STANDING';

/** What a plan says from a date on, with everything that its orders carry. */
export interface StoredVersion extends PlanVersion {
  readonly id: number;
  readonly addressId: number;
  /** How the firm calls the address. */
  readonly addressLabel: string;
  readonly address: AddressSnapshot;
  /** Given up since: no order can be made any more. */
  readonly isAddressGone: boolean;
  readonly costCentreId: number | undefined;
  /** Empty where there is none, or where it has been closed since. */
  readonly costCentreLabel: string;
  readonly reference: string;
  readonly driverHint: string;
  readonly expectedLetters: number | undefined;
  readonly expectedBoxes: number | undefined;
}

/** A pause as it is stored: days on which nobody comes, and why. */
export interface StoredPause {
  readonly id: number;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly reason: string;
}

/** A plan with all that makes its dates. */
export interface StoredPlan extends Plan<StoredVersion> {
  readonly id: number;
  readonly number: string;
  readonly revision: number;
  readonly createdBy: number | undefined;
  readonly pauses: readonly StoredPause[];
  readonly exceptions: readonly Exception[];
}

/** The service of plans with its figures; undefined while the carrier does not offer it. */
export function standingService(
  catalogue: Pick<Catalogue, 'services'>,
): (Service & { readonly standing: StandingTerms }) | undefined {
  const service = catalogue.services.get(SERVICE);
  return service?.standing ? { ...service, standing: service.standing } : undefined;
}

/** The days on which plans can come. */
export function isOpenFor({ calendar, services }: Pick<Catalogue, 'calendar' | 'services'>): IsOpen {
  return openDays(calendar, services.get(SERVICE)?.windows ?? []);
}
