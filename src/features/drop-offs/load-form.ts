import { todayOf } from '../../domain/calendar/index.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import { type FormErrors, type FormFields, fieldValue } from '../../web/index.ts';
import { readCatalogue, readMailProducts } from '../catalogue/index.ts';
import { openCostCentres } from '../customers/index.ts';
import type { OrderState } from '../orders/index.ts';
import { daysToChoose } from './change/quote-change.ts';
import { type DropOffFormView, dropOffFormView, formLabels } from './form-view.ts';
import { type DropOffKind, serviceOf } from './kinds.ts';
import { readSites } from './queries.ts';
import { sitesFor } from './site-catalogue.ts';

/** The form of a drop-off with everything that can be chosen now. */
export interface LoadedForm {
  readonly view: DropOffFormView;
  /** When it is possible, in a sentence. */
  readonly terms: string;
}

/**
 * Reads what the form offers: of the site that was chosen, else of the first.
 * @param errorsFor words what was wrong with it, given the labels of its fields
 * @param own the drop-off that is changed: it can keep its place
 */
export async function loadForm(
  ctx: CustomerCtx,
  form: {
    readonly kind: DropOffKind;
    readonly fields: FormFields;
    readonly formats: Formats;
    readonly own?: OrderState;
  },
  errorsFor: (labels: Record<string, string>) => FormErrors,
): Promise<LoadedForm> {
  const { kind, fields, formats, own } = form;
  const { language } = formats;
  const serviceCode = serviceOf(kind);
  return transaction(ctx, async (tx) => {
    const sites = sitesFor(await readSites(tx), serviceCode);
    const site = sites.find(({ code }) => code === fieldValue(fields, 'site')) ?? sites[0];
    const products = await readMailProducts(tx);
    const { services } = await readCatalogue(tx, {
      now: ctx.now,
      timeZone: ctx.timeZone,
      serviceCodes: [serviceCode],
    });
    return {
      terms: services.get(serviceCode)?.hours[language] ?? '',
      view: dropOffFormView({
        kind,
        sites,
        site,
        days: site ? await daysToChoose(tx, ctx, serviceCode, site, own) : [],
        products,
        costCentres: await openCostCentres(tx),
        today: todayOf(ctx),
        fields,
        errors: errorsFor(formLabels(kind, products, language)),
        formats,
      }),
    };
  });
}
