import { personTransaction } from '../../platform/person-scope.ts';
import { factorsOf } from '../../platform/sessions/index.ts';
import { customerCtx, type FormErrors, frameOf, noErrors, type PageRequest, page } from '../../web/index.ts';
import { newPasskeyProps, relyingPartyOf } from '../passkeys/index.ts';
import { countCodes } from '../recovery-codes/index.ts';
import { setUpView } from '../second-factor/index.ts';
import type { Onward } from './onward.ts';
import { EnrolPage } from './pages/enrol-page.tsx';
import { NewPasswordPage } from './pages/new-password-page.tsx';
import { SecondStepPage } from './pages/second-step-page.tsx';
import { ENROL_PASSKEY } from './paths.ts';

/** The page on which somebody who came with a one-time password chooses a new one. */
export function passwordPage(request: PageRequest, onward: Onward, errors: FormErrors = noErrors): Response {
  const { actor, customer } = customerCtx(request);
  const login = { email: actor.kind === 'person' ? actor.email : '', customerNumber: customer.number };
  return page(
    request,
    <NewPasswordPage frame={frameOf(request)} login={login} onward={onward} errors={errors} />,
    errors.status,
  );
}

/** The page that asks for the second factor. */
export async function secondStepPage(
  request: PageRequest,
  onward: Onward,
  shown: { errors?: FormErrors; wantsTrust?: boolean } = {},
): Promise<Response> {
  const ctx = customerCtx(request);
  const { errors = noErrors, wantsTrust = false } = shown;
  const factors = await personTransaction(ctx, async (tx, { personId, email }) => ({
    ...(await factorsOf(tx, ctx, personId)),
    codes: (await countCodes(tx, personId)).left,
    email,
  }));
  return page(
    request,
    <SecondStepPage
      frame={frameOf(request)}
      email={factors.email}
      takesCode={factors.hasTotp || factors.codes > 0}
      hasTotp={factors.hasTotp}
      takesPasskey={factors.hasPasskey && relyingPartyOf(request) !== undefined}
      wantsTrust={wantsTrust}
      onward={onward}
      errors={errors}
    />,
    errors.status,
  );
}

/** The page on which somebody sets up a second factor because their firm asks for one. */
export async function enrolPage(
  request: PageRequest,
  onward: Onward,
  shown: { errors?: FormErrors; name?: string } = {},
): Promise<Response> {
  const ctx = customerCtx(request);
  const { errors = noErrors, name = '' } = shown;
  return page(
    request,
    <EnrolPage
      firm={ctx.customer.name}
      view={await setUpView(ctx, request.services)}
      passkey={newPasskeyProps(request, { action: ENROL_PASSKEY, name, errors })}
      onward={onward}
    />,
    errors.status,
  );
}
