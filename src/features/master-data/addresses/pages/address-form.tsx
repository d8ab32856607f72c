import {
  CheckboxField,
  FieldRow,
  Form,
  type Frame,
  Hidden,
  Notice,
  TextAreaField,
  TextField,
} from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import type { ConflictView } from '../../conflict.ts';
import { ConflictNotice } from '../../pages/conflict-notice.tsx';
import { SaveActions } from '../../pages/save-actions.tsx';
import { ADDRESSES, type TypedAddress } from '../view.ts';
import { words } from '../words.ts';

export interface AddressFormProps {
  frame: Frame;
  action: string;
  typed: TypedAddress;
  errors: FormErrors;
  /** The key of the form of a new address. */
  idempotencyKey?: string | undefined;
  /** Of the stored address that is changed. */
  version?: number | undefined;
  /** The stored address is where bills go by default: that can be given to another one, not taken away. */
  isDefault: boolean;
  conflict?: ConflictView | undefined;
  question?: { readonly text: string; readonly answer: string } | undefined;
}

export function AddressForm(props: AddressFormProps) {
  const { frame, typed, errors, conflict, question } = props;
  const t = words[frame.language];
  const field = (name: keyof typeof t.fields) => ({
    name,
    label: t.fields[name],
    error: errors.of(name),
  });
  const text = (name: 'label' | 'recipient' | 'street' | 'postcode' | 'city', maxLength: number) => ({
    ...field(name),
    value: typed[name],
    maxLength,
  });
  return (
    <Form frame={frame} action={props.action} idempotencyKey={props.idempotencyKey}>
      <ConflictNotice frame={frame} conflict={conflict} />
      {question && (
        <Notice tone="warn" title={t.warningTitle} live>
          <p>{question.text}</p>
          <CheckboxField name="confirmed" label={t.warningConfirm} value={question.answer} />
        </Notice>
      )}
      {props.version !== undefined && <Hidden name="version" value={props.version} />}
      <TextField {...text('label', 60)} hint={t.labelHint} />
      <TextField {...text('recipient', 200)} autocomplete="organization" />
      <TextField {...text('street', 200)} autocomplete="address-line1" />
      <FieldRow>
        <TextField {...text('postcode', 20)} autocomplete="postal-code" width="short" />
        <TextField {...text('city', 100)} autocomplete="address-level2" />
      </FieldRow>
      <Uses {...props} />
      <FieldRow>
        <TextField {...field('contactName')} value={typed.contactName} maxLength={200} optional />
        <TextField
          {...field('contactPhone')}
          value={typed.contactPhone}
          maxLength={60}
          inputMode="tel"
          optional
        />
      </FieldRow>
      <TextAreaField
        {...field('driverHint')}
        value={typed.driverHint}
        hint={t.driverHintHint}
        maxLength={500}
        rows={2}
        optional
      />
      <SaveActions frame={frame} backHref={ADDRESSES} conflict={conflict} />
    </Form>
  );
}

/** What the address is good for: at least one of them. */
function Uses({ frame, typed, errors, isDefault }: AddressFormProps) {
  const t = words[frame.language];
  return (
    <fieldset class="field">
      <legend>{t.uses}</legend>
      {isDefault ? (
        <>
          <p class="hint">{t.isDefault}</p>
          <Hidden name="isDefaultBilling" value="on" />
        </>
      ) : (
        <>
          <CheckboxField
            name="isBilling"
            label={t.fields.isBilling}
            checked={typed.isBilling}
            error={errors.of('isBilling')}
          />
          <CheckboxField
            name="isDefaultBilling"
            label={t.fields.isDefaultBilling}
            checked={typed.isDefaultBilling}
          />
        </>
      )}
      <CheckboxField name="isDelivery" label={t.fields.isDelivery} checked={typed.isDelivery} />
      <CheckboxField name="isPickup" label={t.fields.isPickup} checked={typed.isPickup} />
    </fieldset>
  );
}
