import type { Frame } from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { ConfirmationForm, confirmationWords } from '../../confirmation/index.ts';
import type { Onward } from '../../sign-in/index.ts';
import { DESK, STAFF_CONFIRM } from '../paths.ts';
import { type DemoCode, DemoCodeNotice } from '../sign-in/pages/staff-step-pages.tsx';

export interface StaffConfirmPageProps {
  frame: Frame;
  onward: Onward;
  /** What became of the form that was on its way, if there was one. */
  form?: 'kept' | 'lost' | undefined;
  errors: FormErrors;
  demo: DemoCode;
}

/** Asks staff once more who they are; a code is always due. */
export function StaffConfirmPage({ frame, onward, form, errors, demo }: StaffConfirmPageProps) {
  const t = confirmationWords[frame.language];
  return (
    <ConfirmationForm
      frame={frame}
      action={STAFF_CONFIRM}
      cancelHref={DESK}
      code={{ label: t.code, hint: t.codeHint }}
      onward={onward}
      form={form}
      errors={errors}
      notice={demo && <DemoCodeNotice frame={frame} code={demo.code} />}
    />
  );
}
