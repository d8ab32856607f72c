import { TextField } from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';

export interface CodeFieldProps {
  label: string;
  hint: string | undefined;
  errors: FormErrors;
}

/** Takes a code from the app or a recovery code: these have letters, so no keyboard of digits. */
export function CodeField({ label, hint, errors }: CodeFieldProps) {
  return (
    <TextField
      name="otp"
      label={label}
      hint={hint}
      error={errors.of('otp')}
      autocomplete="one-time-code"
      spellcheck={false}
      width="short"
    />
  );
}
