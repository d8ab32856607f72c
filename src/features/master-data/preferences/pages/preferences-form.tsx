import { CheckboxField, Form, type Frame, Hidden, RadioCards } from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import type { ConflictView } from '../../conflict.ts';
import { ConflictNotice } from '../../pages/conflict-notice.tsx';
import { SaveActions } from '../../pages/save-actions.tsx';
import { words } from '../words.ts';

export const PREFERENCES = '/konto/stammdaten/benachrichtigungen';

export const LETTERS = [
  'orderConfirmations',
  'statusChanges',
  'steps',
  'completions',
  'deadlineReminders',
  'newDocuments',
] as const;

export interface TypedPreferences extends Readonly<Record<(typeof LETTERS)[number], boolean>> {
  readonly language: string;
}

export interface PreferencesFormProps {
  frame: Frame;
  typed: TypedPreferences;
  version: number;
  errors: FormErrors;
  conflict: ConflictView | undefined;
}

export function PreferencesForm({ frame, typed, version, errors, conflict }: PreferencesFormProps) {
  const t = words[frame.language];
  return (
    <Form frame={frame} action={PREFERENCES}>
      <ConflictNotice frame={frame} conflict={conflict} />
      <Hidden name="version" value={version} />
      <RadioCards
        name="language"
        legend={t.fields.language}
        value={typed.language}
        error={errors.of('language')}
        groups={[
          {
            options: [
              { value: 'de', title: t.languages.de },
              { value: 'en', title: t.languages.en },
            ],
          },
        ]}
      />
      <fieldset class="field">
        <legend>{t.mails}</legend>
        <p class="hint">{t.mailsHint}</p>
        {LETTERS.map((name) => (
          <CheckboxField key={name} name={name} label={t.fields[name]} checked={typed[name]} />
        ))}
      </fieldset>
      <SaveActions frame={frame} backHref="/konto/stammdaten" conflict={conflict} />
    </Form>
  );
}
