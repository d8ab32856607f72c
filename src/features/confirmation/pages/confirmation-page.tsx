import type { Frame } from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { PasskeyForm, passkeyWords } from '../../passkeys/index.ts';
import { type Onward, OnwardFields } from '../../sign-in/index.ts';
import type { Needs } from '../needs.ts';
import { PASSKEY_PATH, PATH } from '../paths.ts';
import { words } from '../words.ts';
import { ConfirmationForm } from './confirmation-form.tsx';

export interface ConfirmationPageProps {
  frame: Frame;
  needs: Needs;
  /** Whose password is asked for. */
  email: string;
  takesPasskey: boolean;
  onward: Onward;
  /** What became of the form that was on its way, if there was one. */
  form?: 'kept' | 'lost' | undefined;
  errors: FormErrors;
}

/** Asks once more who it is. */
export function ConfirmationPage(props: ConfirmationPageProps) {
  const { frame, needs, email, takesPasskey, onward, form, errors } = props;
  const t = words[frame.language];
  const code = needs.hasTotp ? { label: t.code, hint: t.codeHint } : { label: t.recovery, hint: undefined };
  return (
    <ConfirmationForm
      frame={frame}
      action={PATH}
      cancelHref="/"
      email={email}
      code={needs.code ? code : undefined}
      onward={onward}
      form={form}
      errors={errors}
    >
      {takesPasskey && (
        <PasskeyForm
          frame={frame}
          kind="get"
          action={PASSKEY_PATH}
          text={passkeyWords[frame.language].useForStep}
        >
          <OnwardFields onward={onward} />
        </PasskeyForm>
      )}
    </ConfirmationForm>
  );
}
