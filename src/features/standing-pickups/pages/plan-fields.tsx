import {
  DateField,
  FieldRow,
  type Frame,
  fieldId,
  NumberField,
  RadioCards,
  SelectField,
  TextAreaField,
} from '../../../ui/index.ts';
import {
  AccountFields,
  AddressField,
  type AddressFieldProps,
  NotServed,
  ServiceTermsList,
} from '../../orders/index.ts';
import type { PlanFormView } from '../view.ts';
import { words } from '../words.ts';

/** Address, weekdays, window and all that goes with them: the same for a new plan and a changed one. */
export function PlanFields({ frame, view, asks }: { frame: Frame; view: PlanFormView } & AsksForWindows) {
  const t = words[frame.language];
  const { typed, errors } = view;
  return (
    <>
      <AddressField frame={frame} view={view} {...asks} />
      <div class="form" id="plan-windows" data-live="">
        {view.notServed ? (
          <NotServed frame={frame} text={view.notServed} />
        ) : (
          <>
            <ServiceTermsList frame={frame} terms={view.terms} />
            <Weekdays frame={frame} view={view} />
            <SelectField
              name="window"
              label={t.window}
              {...(view.zone ? { hint: view.zone } : {})}
              options={view.windows}
              placeholder={t.chooseWindow}
              value={typed.window}
              error={errors.of('window')}
            />
          </>
        )}
      </div>
      <RadioCards
        name="onHoliday"
        legend={t.onHoliday}
        value={typed.onHoliday}
        error={errors.of('onHoliday')}
        groups={[
          {
            options: (['skip', 'next-business-day'] as const).map((value) => ({
              value,
              ...t.holidays[value],
            })),
          },
        ]}
      />
      <FieldRow>
        <NumberField
          name="expectedLetters"
          label={t.letters}
          hint={t.volumeHint}
          optional
          min={1}
          max={1_000_000}
          value={typed.expectedLetters}
          error={errors.of('expectedLetters')}
        />
        <NumberField
          name="expectedBoxes"
          label={t.boxes}
          optional
          min={1}
          max={1000}
          value={typed.expectedBoxes}
          error={errors.of('expectedBoxes')}
        />
      </FieldRow>
      <AccountFields frame={frame} view={view} referenceHint={t.referenceHint} />
      <TextAreaField
        name="driverHint"
        label={t.driverHint}
        optional
        rows={2}
        maxLength={500}
        value={typed.driverHint}
        error={errors.of('driverHint')}
      />
    </>
  );
}

/** How the form asks for the windows of another address. */
export interface AsksForWindows {
  asks: Pick<AddressFieldProps, 'daysAction'>;
}

function Weekdays({ frame, view }: { frame: Frame; view: PlanFormView }) {
  const t = words[frame.language];
  const id = fieldId('weekdays');
  const error = view.errors.of('weekdays');
  return (
    <fieldset
      class="field"
      aria-describedby={error ? `${id}-error` : undefined}
      data-invalid={error ? '' : undefined}
    >
      <legend>{t.weekdays}</legend>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div class="weekdays">
        {view.weekdays.map(({ value, label, isChecked }, index) => (
          <label class="check" key={value}>
            <input
              id={index === 0 ? id : undefined}
              type="checkbox"
              name="weekdays"
              value={value}
              checked={isChecked}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** When it begins and ends. */
export function SpanFields({
  frame,
  view,
  earliest,
}: {
  frame: Frame;
  view: PlanFormView;
  earliest: string;
}) {
  const t = words[frame.language];
  return (
    <FieldRow>
      <DateField
        name="validFrom"
        label={t.validFrom}
        hint={t.validFromHint({ date: earliest })}
        value={view.typed.validFrom}
        error={view.errors.of('validFrom')}
      />
      <DateField
        name="validUntil"
        label={t.validUntil}
        hint={t.validUntilHint}
        optional
        value={view.typed.validUntil}
        error={view.errors.of('validUntil')}
      />
    </FieldRow>
  );
}
