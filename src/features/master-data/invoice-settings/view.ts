import type { Refusal } from '../../../domain/refusal.ts';
import { countryName } from '../../../platform/i18n/index.ts';
import type { DescriptionItem, Frame } from '../../../ui/index.ts';
import { type FormErrors, type FormFields, fieldValue } from '../../../web/index.ts';
import { sayValue } from '../history.ts';
import { words as shared } from '../words.ts';
import { type InvoiceSettings, splitAddresses } from './schemas.ts';
import { words } from './words.ts';

export const INVOICE_SETTINGS = '/konto/stammdaten/rechnungen';

/** Enough of what was typed to find it again. */
const LONGEST_QUOTE = 80;

const LISTS = ['invoiceCopies', 'reportCopies', 'receiptCopies'] as const;

/** What the form shows in its fields: lists as lines, everything as typed. */
export type TypedSettings = Readonly<Record<keyof InvoiceSettings, string>>;

export const typedSettings = (fields: FormFields): TypedSettings => ({
  invoiceCopies: fieldValue(fields, 'invoiceCopies'),
  reportCopies: fieldValue(fields, 'reportCopies'),
  receiptCopies: fieldValue(fields, 'receiptCopies'),
  einvoiceFormat: fieldValue(fields, 'einvoiceFormat'),
  leitwegId: fieldValue(fields, 'leitwegId'),
  buyerReference: fieldValue(fields, 'buyerReference'),
  vatId: fieldValue(fields, 'vatId'),
  country: fieldValue(fields, 'country'),
  priceDisplay: fieldValue(fields, 'priceDisplay'),
});

export const storedAsTyped = (values: InvoiceSettings): TypedSettings => ({
  ...values,
  invoiceCopies: values.invoiceCopies.join('\n'),
  reportCopies: values.reportCopies.join('\n'),
  receiptCopies: values.receiptCopies.join('\n'),
});

/** The problems of single addresses (`invoiceCopies.2`) as problems of the field that they were typed in. */
export function byField(refusal: Refusal): Refusal {
  if (refusal.code !== 'invalid') return refusal;
  const fields = refusal.fields.map((problem) => ({ ...problem, field: problem.field.split('.')[0] ?? '' }));
  return { ...refusal, fields };
}

/** Names the first address of a list that is none, because several stand in one field. */
export function nameAddresses(
  errors: FormErrors,
  refusal: Refusal,
  typed: TypedSettings,
  frame: Frame,
): FormErrors {
  if (refusal.code !== 'invalid') return errors;
  const t = words[frame.language];
  const named = new Map(
    LISTS.flatMap((list) => {
      const first = refusal.fields.find(
        ({ field, problem }) => field.startsWith(`${list}.`) && problem === 'not-an-email',
      );
      const wrong = first && splitAddresses(typed[list])[Number(first.field.split('.')[1])];
      return wrong ? [[list as string, t.notAnEmail({ typed: wrong.slice(0, LONGEST_QUOTE) })] as const] : [];
    }),
  );
  return {
    ...errors,
    summary: errors.summary.map((one) => {
      const message = named.get(one.field ?? '');
      return message
        ? { ...one, message: `${t.fields[one.field as keyof InvoiceSettings]}: ${message}` }
        : one;
    }),
    of: (field) => named.get(field) ?? errors.of(field),
  };
}

/** The settings as facts, for those who may not change them. */
export function settingsFacts(values: InvoiceSettings, frame: Frame): DescriptionItem[] {
  const t = words[frame.language];
  return Object.entries(t.fields).map(([name, term]) => ({
    term,
    value:
      name === 'country'
        ? countryName(values.country, frame.language)
        : sayValue(values[name as keyof InvoiceSettings], name, t, frame) || shared[frame.language].none,
  }));
}
