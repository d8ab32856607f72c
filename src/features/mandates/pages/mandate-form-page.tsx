import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckboxField,
  DescriptionList,
  ErrorSummary,
  FieldRow,
  Form,
  type Frame,
  Hidden,
  RadioCards,
  SelectField,
  Stack,
  TextField,
} from '../../../ui/index.ts';
import { AccountLayout } from '../../account/index.ts';
import type { FormField, MandateFormView } from '../form-view.ts';
import { MANDATE_PATH } from '../paths.ts';
import { words } from '../words.ts';

export interface MandateFormPageProps {
  frame: Frame;
  view: MandateFormView;
  submissionKey: string;
}

/** Everything that is signed stands on this page, before the signature. */
export function MandateFormPage({ frame, view, submissionKey }: MandateFormPageProps) {
  const { errors } = view;
  return (
    <AccountLayout frame={frame} title={view.title} tab={MANDATE_PATH} failed={errors.summary.length > 0}>
      <Stack>
        <ErrorSummary frame={frame} errors={errors} />
        <Form frame={frame} action={MANDATE_PATH} idempotencyKey={submissionKey}>
          <Hidden name="replaces" value={view.replaces} />
          <Stack>
            <Beginning frame={frame} view={view} />
            <AccountFields frame={frame} view={view} />
            <SignatureFields frame={frame} view={view} />
          </Stack>
        </Form>
      </Stack>
    </AccountLayout>
  );
}

interface PartProps {
  frame: Frame;
  view: MandateFormView;
}

function Beginning({ frame, view }: PartProps) {
  const t = words[frame.language].form;
  return (
    <Card title={view.title}>
      {view.about && <p>{view.about}</p>}
      <DescriptionList
        frame={frame}
        items={[
          { term: t.creditor, value: `${view.creditor.name}, ${view.creditor.address}` },
          { term: t.creditorId, value: view.creditor.id },
          { term: t.reference, value: t.referenceText },
        ]}
      />
      <RadioCards
        name="scheme"
        legend={t.scheme}
        hint={t.schemeHint}
        error={view.errors.of('scheme')}
        value={view.values.scheme}
        groups={[{ options: view.schemes }]}
      />
    </Card>
  );
}

/** Name, value and error of a field. */
const filled = (view: MandateFormView, name: FormField) => ({
  name,
  value: view.values[name],
  error: view.errors.of(name),
});

function AccountFields({ frame, view }: PartProps) {
  const t = words[frame.language].form;
  return (
    <Card title={t.account}>
      <div class="form">
        <TextField
          {...filled(view, 'holder')}
          label={t.holder}
          hint={t.holderHint}
          autocomplete="organization"
        />
        <TextField
          {...filled(view, 'iban')}
          label={t.iban}
          hint={t.ibanHint}
          autocomplete="off"
          spellcheck={false}
        />
        <TextField {...filled(view, 'street')} label={t.street} autocomplete="address-line1" />
        <FieldRow>
          <TextField
            {...filled(view, 'postcode')}
            label={t.postcode}
            autocomplete="postal-code"
            width="short"
          />
          <TextField {...filled(view, 'city')} label={t.city} autocomplete="address-level2" />
        </FieldRow>
        <SelectField
          {...filled(view, 'country')}
          label={t.country}
          options={view.countries}
          autocomplete="country"
        />
      </div>
    </Card>
  );
}

function SignatureFields({ frame, view }: PartProps) {
  const t = words[frame.language].form;
  return (
    <Card title={t.textTitle}>
      <div class="form">
        <p>{view.authorisation}</p>
        <p>{t.textAlso}</p>
        <DescriptionList frame={frame} items={view.conditions} />
        <FieldRow>
          <TextField {...filled(view, 'place')} label={t.place} autocomplete="off" />
          <TextField {...filled(view, 'signature')} label={t.signature} autocomplete="name" />
        </FieldRow>
        <CheckboxField
          name="agreed"
          label={t.agreed}
          checked={view.values.agreed === 'on'}
          error={view.errors.of('agreed')}
          required
        />
        <Actions>
          <Button>{t.submit}</Button>
          <ButtonLink href={MANDATE_PATH}>{t.cancel}</ButtonLink>
        </Actions>
      </div>
    </Card>
  );
}
