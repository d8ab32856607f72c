import {
  fieldValue,
  formErrors,
  formOf,
  json,
  type PageRequest,
  type Route,
  refusalOf,
  singleValues,
} from '../../web/index.ts';
import { ceremonyVisit, challengePath, passkeyForSignIn, signInWithPasskey } from '../passkeys/index.ts';
import { enter } from './enter.tsx';
import { onwardOf } from './onward.ts';
import { CHOOSE_FIRM, PASSKEY } from './paths.ts';
import { signInForm } from './sign-in-form.tsx';
import { words } from './words.ts';

export const passkeySignInRoutes: readonly Route[] = [
  { method: 'POST', path: challengePath(PASSKEY), access: 'public', handle: giveChallenge },
  { method: 'POST', path: PASSKEY, access: 'public', handle: submit },
];

async function giveChallenge(request: PageRequest): Promise<Response> {
  const { services, clientAddress, ctx } = request;
  const visit = { ...ceremonyVisit(request), appKey: services.appKey, clientAddress };
  return json(request, await passkeyForSignIn(ctx, visit));
}

async function submit(request: PageRequest): Promise<Response> {
  const { ctx, clientAddress, userAgent, cookie } = request;
  const form = await formOf(request);
  const onward = onwardOf(request, form);
  const visit = { ...ceremonyVisit(request), clientAddress, userAgent, presentedToken: cookie?.token };
  const result = await refusalOf(() => signInWithPasskey(ctx, visit, singleValues(form)));
  if ('done' in result) {
    const { mayChooseFirm } = result.done;
    const isOpen = onward.address === '/' && onward.carried === '';
    return enter(
      request,
      result.done,
      mayChooseFirm && isOpen ? { ...onward, address: CHOOSE_FIRM } : onward,
    );
  }
  const { customerNumber } = words[ctx.language].signIn;
  const errors = formErrors(request, result.refusal, { customerNumber });
  const values = { customerNumber: fieldValue(form, 'customerNumber'), email: '' };
  return signInForm(request, { values, onward, errors });
}
