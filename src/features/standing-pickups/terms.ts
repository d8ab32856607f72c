import { type FieldProblem, refuse } from '../../domain/refusal.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Catalogue, Service } from '../catalogue/index.ts';
import { findBookingDetails } from '../customers/index.ts';
import { servedAt } from '../orders/index.ts';
import { type StoredVersion, standingService } from './plan.ts';
import type { NewVersion } from './queries.ts';
import type { ChangeAnswers, PlanAnswers } from './schemas.ts';

type Terms = Omit<PlanAnswers, 'validFrom' | 'validUntil'> | Omit<ChangeAnswers, 'from' | 'revision'>;

/**
 * What a plan shall say from a date on, checked against what the carrier keeps and the firm has. Refuses with
 * `invalid`: weekdays or a window on which nobody drives there, an address or cost centre that is not the firm's, an
 * address to which nobody goes; with `slot-not-offered` while the carrier has no standing pickups.
 */
export async function versionFrom(
  tx: Transaction,
  catalogue: Catalogue,
  terms: Terms,
  validFrom: Temporal.PlainDate,
): Promise<NewVersion> {
  const { address } = await findBookingDetails(tx, terms, 'pickup');
  const service = standingService(servedAt(catalogue, address)) ?? refuse({ code: 'slot-not-offered' });
  const window = windowOf(service, terms);
  return {
    validFrom,
    weekdays: terms.weekdays,
    starts: window.starts,
    ends: window.ends,
    onHoliday: terms.onHoliday,
    addressId: terms.addressId,
    costCentreId: terms.costCentreId,
    reference: terms.reference,
    driverHint: terms.driverHint,
    expectedLetters: terms.expectedLetters,
    expectedBoxes: terms.expectedBoxes,
  };
}

/** A version that is not written yet, with what its address and cost centre are called. */
export async function plannedVersion(tx: Transaction, version: NewVersion): Promise<StoredVersion> {
  const { address, costCentre } = await findBookingDetails(tx, version, 'pickup');
  return {
    ...version,
    id: 0,
    from: version.validFrom,
    window: { starts: version.starts, ends: version.ends },
    address,
    addressLabel: address.label,
    isAddressGone: false,
    costCentreLabel: costCentre ? `${costCentre.code} ${costCentre.name}` : '',
  };
}

/** The one window in which somebody drives on all these weekdays. */
function windowOf(service: Service, { weekdays, window }: Terms) {
  const problems: FieldProblem[] = [];
  const kept = new Set(service.windows.map(({ weekday }) => weekday));
  if (weekdays.some((day) => !kept.has(day))) problems.push({ field: 'weekdays', problem: 'not-offered' });
  const found = service.windows.filter(({ starts }) => starts.equals(window));
  const isKept = weekdays.every((day) => !kept.has(day) || found.some(({ weekday }) => weekday === day));
  const [first] = found;
  if (!first || !isKept) problems.push({ field: 'window', problem: 'not-offered' });
  if (!first || problems.length > 0) return refuse({ code: 'invalid', fields: problems });
  return first;
}

/** What the audit log keeps of a version. */
export const auditedVersion = (version: NewVersion | StoredVersion) => {
  const [starts, from] =
    'window' in version ? [version.window.starts, version.from] : [version.starts, version.validFrom];
  return {
    from: `${from}`,
    weekdays: version.weekdays,
    starts: `${starts}`,
    onHoliday: version.onHoliday,
    addressId: version.addressId,
    costCentreId: version.costCentreId ?? null,
    reference: version.reference,
    driverHint: version.driverHint,
    expectedLetters: version.expectedLetters ?? null,
    expectedBoxes: version.expectedBoxes ?? null,
  };
};
