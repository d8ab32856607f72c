import { frameOf, noErrors, type PageRequest, page } from '../../web/index.ts';
import { relyingPartyOf } from '../passkeys/index.ts';
import { SignInPage, type SignInPageProps } from './pages/sign-in-page.tsx';

type Shown = Pick<SignInPageProps, 'onward'> & Partial<Pick<SignInPageProps, 'values' | 'errors' | 'notice'>>;

/** Answers with the sign-in form; with the status of what went wrong, unless another is given. */
export function signInForm(request: PageRequest, shown: Shown, status?: number): Response {
  const { values = { customerNumber: '', email: '' }, errors = noErrors, onward, notice } = shown;
  const { isDemo, demoPassword } = request.services;
  return page(
    request,
    <SignInPage
      frame={frameOf(request)}
      values={values}
      onward={onward}
      errors={errors}
      notice={notice}
      takesPasskey={relyingPartyOf(request) !== undefined}
      demoPassword={isDemo ? demoPassword : undefined}
    />,
    status ?? errors.status,
  );
}
