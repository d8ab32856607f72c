import { PasswordField } from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { SHORTEST_PASSWORD } from '../password-rules.ts';

export interface NewPasswordFieldsProps {
  labels: { readonly password: string; readonly hint: string; readonly repeat: string };
  errors: FormErrors;
}

/** A new password, twice: somebody signed in chooses it, and would not notice a slip before the next sign-in. */
export function NewPasswordFields({ labels, errors }: NewPasswordFieldsProps) {
  return (
    <>
      <PasswordField
        name="password"
        label={labels.password}
        hint={labels.hint}
        error={errors.of('password')}
        autocomplete="new-password"
        shortest={SHORTEST_PASSWORD}
      />
      <PasswordField
        name="repeat"
        label={labels.repeat}
        error={errors.of('repeat')}
        autocomplete="new-password"
      />
    </>
  );
}
