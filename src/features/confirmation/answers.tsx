import type { Refusal } from '../../domain/refusal.ts';
import { type FormErrors, formErrors, frameOf, type PageRequest, page, redirect } from '../../web/index.ts';
import { carriedFields, type Onward, ResumePage } from '../sign-in/index.ts';
import { words } from './words.ts';

/**
 * On with the renewed session; a form that was interrupted waits for a click.
 * @param home where whoever does not want to send it goes instead
 */
export function goOnConfirmed(confirmed: PageRequest, onward: Onward, home: string): Response {
  if (onward.carried === '') return redirect(confirmed, onward.address);
  const frame = frameOf(confirmed);
  return page(
    confirmed,
    <ResumePage
      frame={frame}
      address={onward.address}
      fields={carriedFields(onward)}
      said={words[frame.language].confirmed}
      home={home}
    />,
  );
}

/** Why somebody was not confirmed, for the form that asked. */
export function confirmationErrors(request: PageRequest, refusal: Refusal): FormErrors {
  const { password, code } = words[request.ctx.language];
  return formErrors(request, refusal, { password, otp: code });
}
