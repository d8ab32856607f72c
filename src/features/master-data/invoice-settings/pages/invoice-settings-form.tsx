import { COUNTRIES } from '../../../../domain/countries.ts';
import { countryOptions } from '../../../../platform/i18n/index.ts';
import {
  FieldRow,
  Form,
  type Frame,
  Hidden,
  RadioCards,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import type { ConflictView } from '../../conflict.ts';
import { ConflictNotice } from '../../pages/conflict-notice.tsx';
import { SaveActions } from '../../pages/save-actions.tsx';
import { INVOICE_SETTINGS, type TypedSettings } from '../view.ts';
import { words } from '../words.ts';

export interface InvoiceSettingsFormProps {
  frame: Frame;
  typed: TypedSettings;
  version: number;
  errors: FormErrors;
  conflict: ConflictView | undefined;
}

export function InvoiceSettingsForm({ frame, typed, version, errors, conflict }: InvoiceSettingsFormProps) {
  const t = words[frame.language];
  const field = (name: keyof TypedSettings) => ({
    name,
    label: t.fields[name],
    value: typed[name],
    error: errors.of(name),
  });
  return (
    <Form frame={frame} action={INVOICE_SETTINGS}>
      <ConflictNotice frame={frame} conflict={conflict} />
      <Hidden name="version" value={version} />
      <RadioCards
        name="einvoiceFormat"
        legend={t.fields.einvoiceFormat}
        value={typed.einvoiceFormat}
        error={errors.of('einvoiceFormat')}
        groups={[
          {
            options: (['zugferd', 'xrechnung'] as const).map((value) => ({ value, ...t.formats[value] })),
          },
        ]}
      />
      <TextField {...field('leitwegId')} hint={t.leitwegHint} spellcheck={false} maxLength={60} optional />
      <TextField {...field('buyerReference')} hint={t.referenceHint} maxLength={100} optional />
      <FieldRow>
        <TextField {...field('vatId')} hint={t.vatIdHint} spellcheck={false} maxLength={30} optional />
        <SelectField
          {...field('country')}
          hint={t.countryHint}
          options={countryOptions(COUNTRIES, frame.language)}
          autocomplete="country"
        />
      </FieldRow>
      <RadioCards
        name="priceDisplay"
        legend={t.fields.priceDisplay}
        hint={t.displayHint}
        value={typed.priceDisplay}
        error={errors.of('priceDisplay')}
        groups={[
          {
            options: (['net', 'gross'] as const).map((value) => ({
              value,
              title: t.values.priceDisplay[value],
            })),
          },
        ]}
      />
      <fieldset class="form">
        <legend>{t.copies}</legend>
        <p class="hint">{t.copiesHint}</p>
        <TextAreaField {...field('invoiceCopies')} rows={2} optional />
        <TextAreaField {...field('reportCopies')} rows={2} optional />
        <TextAreaField {...field('receiptCopies')} rows={2} optional />
      </fieldset>
      <SaveActions frame={frame} backHref="/konto/stammdaten" conflict={conflict} />
    </Form>
  );
}
