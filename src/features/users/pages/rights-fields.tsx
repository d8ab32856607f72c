import { CheckboxField, type Frame } from '../../../ui/index.ts';
import type { RightsView } from '../rights-form.ts';
import { words } from '../words.ts';

/** A tick for each right that the reader may give, with what it means. */
export function RightsFields({ frame, view }: { frame: Frame; view: RightsView }) {
  const t = words[frame.language].rightsFields;
  return (
    <fieldset class="field rights">
      <legend>{t.legend}</legend>
      <p class="hint">{t.hint}</p>
      {view.map(({ field, name, meaning, isChecked }) => (
        <CheckboxField key={field} name={field} label={name} hint={meaning} checked={isChecked} />
      ))}
    </fieldset>
  );
}
