import { negotiateLanguage } from '../../platform/i18n/index.ts';
import {
  clearedCookie,
  customerCtx,
  deviceTokenOf,
  errorAt,
  fieldsOf,
  fieldValue,
  formErrors,
  formOf,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  retryLater,
  returnAddress,
  singleValues,
  writeCookie,
} from '../../web/index.ts';
import { chooseLanguage } from './choose-language.ts';
import { enrolRoutes } from './enrol-routes.tsx';
import { enter, goOn } from './enter.tsx';
import { onwardOf } from './onward.ts';
import { ForgottenPage, RequestedPage } from './pages/forgotten-page.tsx';
import { passkeySignInRoutes } from './passkey-routes.ts';
import { FORGOTTEN, LANGUAGE, NEW_PASSWORD, SIGN_IN, SIGN_OUT } from './paths.ts';
import { requestOneTimePassword } from './request-one-time-password.ts';
import { secondStepRoutes } from './second-step-routes.tsx';
import { setNewPassword } from './set-new-password.ts';
import { signIn } from './sign-in.ts';
import { signInForm } from './sign-in-form.tsx';
import { signOut } from './sign-out.ts';
import { passwordPage } from './step-pages.tsx';
import { words } from './words.ts';

export const signInRoutes: readonly Route[] = [
  { method: 'GET', path: SIGN_IN, access: 'public', handle: askToSignIn },
  { method: 'POST', path: SIGN_IN, access: 'public', handle: submitSignIn },
  { method: 'POST', path: SIGN_OUT, access: 'any-stage', handle: submitSignOut },
  { method: 'GET', path: FORGOTTEN, access: 'public', handle: showForgotten },
  { method: 'POST', path: FORGOTTEN, access: 'public', handle: submitForgotten },
  { method: 'GET', path: NEW_PASSWORD, access: 'new-password', handle: askForPassword },
  { method: 'POST', path: NEW_PASSWORD, access: 'new-password', handle: submitPassword },
  ...secondStepRoutes,
  ...enrolRoutes,
  ...passkeySignInRoutes,
  { method: 'POST', path: LANGUAGE, access: 'signed-in', handle: submitLanguage },
];

const SIGNED_OUT = 'abgemeldet';
const REQUESTED = 'angefordert';

function askToSignIn(request: PageRequest): Response | Promise<Response> {
  const query = fieldsOf(request.url.searchParams);
  const onward = { ...onwardOf(request, query), carried: '' };
  if (request.stage) return goOn(request, request.stage, onward);
  const isWanted = onward.address !== '/' ? 'please-sign-in' : undefined;
  return signInForm(request, { onward, notice: query.has(SIGNED_OUT) ? 'signed-out' : isWanted });
}

async function submitSignIn(request: PageRequest): Promise<Response> {
  const { services, clientAddress, userAgent, cookie } = request;
  const form = await formOf(request);
  const onward = onwardOf(request, form);
  const visit = {
    appKey: services.appKey,
    clientAddress,
    userAgent,
    presentedToken: cookie?.token,
    deviceToken: deviceTokenOf(request),
  };
  const result = await refusalOf(() => signIn(request.ctx, visit, singleValues(form)));
  if ('done' in result) return enter(request, result.done, onward);
  const { customerNumber, email, password } = words[request.ctx.language].signIn;
  const errors = formErrors(request, result.refusal, { customerNumber, email, password });
  const values = { customerNumber: fieldValue(form, 'customerNumber'), email: fieldValue(form, 'email') };
  return retryLater(signInForm(request, { values, onward, errors }), result.refusal);
}

async function submitSignOut(request: PageRequest): Promise<Response> {
  if (request.cookie) await signOut(customerCtx(request), request.cookie.token);
  request.answerHeaders.set('set-cookie', clearedCookie(request.isHttps));
  const { language } = request.ctx;
  const isUsual = language === negotiateLanguage(request.raw.headers.get('accept-language') ?? undefined);
  return redirect(request, `${SIGN_IN}?${SIGNED_OUT}=1${isUsual ? '' : `&lang=${language}`}`);
}

function showForgotten(request: PageRequest): Response {
  const frame = frameOf(request);
  if (request.url.searchParams.has(REQUESTED)) return page(request, <RequestedPage frame={frame} />);
  return page(request, <ForgottenPage frame={frame} email="" errors={noErrors} />);
}

async function submitForgotten(request: PageRequest): Promise<Response> {
  const { ctx, services, clientAddress } = request;
  const form = await formOf(request);
  const visit = { appKey: services.appKey, clientAddress };
  const result = await refusalOf(() => requestOneTimePassword(ctx, visit, singleValues(form)));
  if ('done' in result) return redirect(request, `${FORGOTTEN}?${REQUESTED}=1`);
  const { email } = words[ctx.language].signIn;
  const errors = formErrors(request, result.refusal, { email });
  return page(
    request,
    <ForgottenPage frame={frameOf(request)} email={fieldValue(form, 'email')} errors={errors} />,
    errors.status,
  );
}

function askForPassword(request: PageRequest): Response {
  const onward = onwardOf(request, fieldsOf(request.url.searchParams));
  // whoever has signed in with their password changes it on another page, which asks for the old one
  if (request.stage === 'full') return redirect(request, onward.address);
  return passwordPage(request, { ...onward, carried: '' });
}

async function submitPassword(request: PageRequest): Promise<Response> {
  const form = await formOf(request);
  const onward = onwardOf(request, form);
  if (request.stage === 'full') return redirect(request, onward.address);
  const t = words[request.ctx.language].newPassword;
  if (fieldValue(form, 'password') !== fieldValue(form, 'repeat'))
    return passwordPage(request, onward, errorAt('repeat', t.differs));
  const result = await refusalOf(() => setNewPassword(customerCtx(request), request, singleValues(form)));
  if ('done' in result) return enter(request, result.done, onward);
  return passwordPage(request, onward, formErrors(request, result.refusal, { password: t.password }));
}

async function submitLanguage(request: PageRequest): Promise<Response> {
  const form = await formOf(request);
  const language = await chooseLanguage(customerCtx(request), singleValues(form));
  if (request.cookie) {
    request.answerHeaders.set('set-cookie', writeCookie({ ...request.cookie, language }, request.isHttps));
  }
  return redirect(request, returnAddress(request, fieldValue(form, 'back'), '/'));
}
