import { todayOf } from '../../domain/calendar/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { FormErrors, FormFields } from '../../web/index.ts';
import { openCostCentres } from '../customers/index.ts';
import type { PresentRide } from './change/present-ride.ts';
import { timingOf } from './form.ts';
import { formLabels, type RideFormView, rideFormView } from './form-view.ts';
import { courierAddresses, withKept } from './places.ts';
import { readCourierTerms } from './queries.ts';
import { COURIER_SERVICE, courierCatalogue, daysFor, windowNow } from './when.ts';

/** The form of a ride with everything that can be chosen now. */
export interface LoadedRideForm {
  readonly view: RideFormView;
  /** When couriers ride, in a sentence. */
  readonly hours: string;
}

/**
 * Reads what the form offers. Refuses with `not-found` while the carrier has no couriers.
 * @param errorsFor words what was wrong with it, given the labels of its fields
 * @param form.own the ride that is changed: it can keep its place, its addresses and its cost centre
 */
export async function loadRideForm(
  ctx: CustomerCtx,
  form: { readonly fields: FormFields; readonly formats: Formats; readonly own?: PresentRide },
  errorsFor: (labels: Record<string, string>) => FormErrors,
): Promise<LoadedRideForm> {
  const { formats, own } = form;
  const today = todayOf(ctx);
  return transaction(ctx, async (tx) => {
    const terms = (await readCourierTerms(tx, today)) ?? refuse({ code: 'not-found' });
    const catalogue = await courierCatalogue(tx, ctx);
    const now = windowNow(catalogue, terms, ctx.now);
    const addresses = await courierAddresses(tx);
    const fields = own
      ? form.fields
      : begun(form.fields, { canNow: now !== undefined, home: addresses[0]?.id });
    const time = own && { ...own.kept.time, changeUntil: own.state.changeUntil ?? own.state.endsAt };
    const costCentres = await openCostCentres(tx);
    return {
      hours: catalogue.services.get(COURIER_SERVICE)?.hours[formats.language] ?? '',
      view: rideFormView({
        terms,
        catalogue,
        now,
        own: own?.kept.time,
        days: await daysFor(tx, ctx, terms, timingOf(fields), time),
        addresses: withKept(addresses, own?.kept.addresses ?? []),
        costCentres: own ? withOwnCentre(costCentres, own) : costCentres,
        fields,
        errors: errorsFor(formLabels(fields, formats.language)),
        formats,
      }),
    };
  });
}

/** Whoever comes in the evening begins with what is possible, and most rides begin at the firm's own door. */
function begun(
  fields: FormFields,
  { canNow, home }: { readonly canNow: boolean; readonly home: number | undefined },
): FormFields {
  const later: FormFields = fields.has('when') || canNow ? fields : new Map([...fields, ['when', ['hour']]]);
  const isFresh = ![...fields.keys()].some((name) => name.startsWith('from.'));
  return isFresh && home !== undefined ? new Map([...later, ['from.addressId', [String(home)]]]) : later;
}

function withOwnCentre(open: Awaited<ReturnType<typeof openCostCentres>>, { state }: PresentRide) {
  const { costCentreId: id, costCentreLabel: code } = state;
  return id === undefined || open.some((one) => one.id === id) ? open : [...open, { id, code, name: '' }];
}
