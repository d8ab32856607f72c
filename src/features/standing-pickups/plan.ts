import type { OfferedDay } from '../../domain/calendar/index.ts';
import {
  type Exception,
  type IsOpen,
  openDays,
  type Plan,
  type PlanVersion,
  versionOn,
} from '../../domain/recurrence/index.ts';
import type { AddressSnapshot } from '../../platform/db/json.ts';
import {
  type Catalogue,
  catalogueAt,
  type LocalCatalogue,
  offeredDays,
  type Service,
  type StandingTerms,
} from '../catalogue/index.ts';

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

/** What holds for a version of a plan: the windows of the zone in which its address lies. */
export const catalogueOf = (catalogue: Catalogue, version: Pick<StoredVersion, 'address'>): LocalCatalogue =>
  catalogueAt(catalogue, version.address.postcode);

/** The days on which a plan can come, which hang on where it comes to: its address changes with its versions. */
export function isOpenFor(catalogue: Catalogue, plan: Plan<StoredVersion>): IsOpen {
  const rules = new Map<string, IsOpen>();
  return (date) => {
    const version = versionOn(plan, date) ?? plan.versions[0];
    const postcode = version?.address.postcode ?? '';
    const isOpen =
      rules.get(postcode) ??
      openDays(catalogue.calendar, catalogueAt(catalogue, postcode).services.get(SERVICE)?.windows ?? []);
    rules.set(postcode, isOpen);
    return isOpen(date);
  };
}

/**
 * The days and windows of the zones that a plan comes to: where a date can be added, on each day those of the version that
 * holds then.
 * @param moved the original date of one that is to be moved: it keeps its version, wherever it is moved to
 */
export function offeredFor(
  catalogue: Catalogue,
  plan: Plan<StoredVersion>,
  now: Temporal.Instant,
  moved?: Temporal.PlainDate,
): readonly OfferedDay[] {
  const versionAt = (date: Temporal.PlainDate) => versionOn(plan, moved ?? date) ?? plan.versions[0];
  const postcodes = new Set(plan.versions.map(({ address }) => address.postcode));
  const days = [...postcodes].flatMap((postcode) =>
    offeredDays(catalogueAt(catalogue, postcode), [SERVICE], now).filter(
      ({ date }) => versionAt(date)?.address.postcode === postcode,
    ),
  );
  return days.sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
}
