import {
  Actions,
  Button,
  CheckboxField,
  EmptyState,
  FieldRow,
  type Frame,
  Notice,
  NumberField,
  SelectField,
  TextAreaField,
} from '../../../ui/index.ts';
import { AccountFields, SlotFields } from '../../orders/index.ts';
import type { DropOffFormView, NumberView } from '../form-view.ts';
import { words } from '../words.ts';

/** Where, when, what: the same questions whether it is announced or changed. */
export function DropOffFields({
  frame,
  view,
  formAction,
}: {
  frame: Frame;
  view: DropOffFormView;
  /** The page of the form itself, for showing another site or other days. */
  formAction: string;
}) {
  const t = words[frame.language];
  const { booking, errors } = view;
  return (
    <>
      <SelectField
        name="site"
        label={t.site}
        hint={view.siteHint}
        options={view.sites}
        value={view.site}
        error={errors.of('site')}
      />
      <Actions>
        <Button kind="secondary" formAction={formAction}>
          {t.showTimes}
        </Button>
      </Actions>
      {booking.days.length > 0 ? (
        <SlotFields frame={frame} view={booking} daysAction={formAction} />
      ) : (
        <EmptyState title={t.noSlots} text={t.noSlotsText} />
      )}
      <ItemFields frame={frame} view={view} />
      <fieldset class="field">
        <legend>{t.containers}</legend>
        <p class="hint">{t.containersHint}</p>
        <FieldRow>
          {view.containers.map((container) => (
            <CountField key={container.field} view={container} />
          ))}
        </FieldRow>
      </fieldset>
      {view.kind === 'advertising' && (
        <>
          <CheckboxField
            name="isUniform"
            label={t.isUniform}
            checked={view.isUniform}
            required
            error={errors.of('isUniform')}
          />
          <OpenSample frame={frame} />
        </>
      )}
      <AccountFields frame={frame} view={booking} />
      <TextAreaField
        name="note"
        label={t.note}
        optional
        rows={2}
        maxLength={500}
        value={view.note}
        error={errors.of('note')}
      />
    </>
  );
}

function ItemFields({ frame, view }: { frame: Frame; view: DropOffFormView }) {
  const t = words[frame.language];
  return (
    <fieldset class="field" id="items" data-invalid={view.itemsError ? '' : undefined} tabIndex={-1}>
      <legend>{t.items}</legend>
      <p class="hint">{t.itemsHint}</p>
      {view.itemsError && <p class="error">{view.itemsError}</p>}
      {view.items.map(({ name, hint, pieces, grams }) => (
        <fieldset class="item" key={pieces.field}>
          <legend>{name}</legend>
          <p class="hint">{hint}</p>
          <FieldRow>
            <CountField view={pieces} />
            <CountField view={grams} />
          </FieldRow>
        </fieldset>
      ))}
    </fieldset>
  );
}

const CountField = ({ view }: { view: NumberView }) => (
  <NumberField
    name={view.field}
    label={view.label}
    hint={view.hint}
    unmarked
    value={view.typed}
    error={view.error}
  />
);

/** Advertising mail comes with an open sample: said in the form, before booking, in letters, on the manifest. */
export function OpenSample({ frame }: { frame: Frame }) {
  const t = words[frame.language];
  return (
    <Notice tone="warn" title={t.sampleTitle}>
      <p>{t.sampleText}</p>
    </Notice>
  );
}
