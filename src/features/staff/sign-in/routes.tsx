import { todayOf } from '../../../domain/calendar/index.ts';
import { negotiateLanguage } from '../../../platform/i18n/index.ts';
import type { SessionStage } from '../../../platform/sessions/index.ts';
import {
  clearedCookie,
  continueAsStaff,
  errorAt,
  type FormErrors,
  type FormFields,
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
  sessionIdOf,
  singleValues,
  staffCtx,
  writeCookie,
} from '../../../web/index.ts';
import { secondFactorWords } from '../../second-factor/index.ts';
import { type Onward, onwardOf, withOnward } from '../../sign-in/index.ts';
import { DESK, STAFF_LANGUAGE, STAFF_SIGN_IN, STAFF_SIGN_OUT } from '../paths.ts';
import { actingStaff } from '../staff-scope.ts';
import { words } from '../words.ts';
import { chooseStaffLanguage } from './choose-staff-language.ts';
import { demoCodeFor } from './demo-code.ts';
import { activateStaffTotp, beginStaffTotp } from './enrol.ts';
import { StaffSignInPage } from './pages/staff-sign-in-page.tsx';
import {
  StaffEnrolledPage,
  StaffEnrolPage,
  StaffPasswordPage,
  StaffStepPage,
} from './pages/staff-step-pages.tsx';
import { passStaffSecondStep } from './pass-second-step.ts';
import { setStaffPassword } from './set-staff-password.ts';
import { staffSetUpView } from './set-up-view.ts';
import { type StaffEntered, signInStaff } from './sign-in-staff.ts';
import { signOutStaff } from './sign-out-staff.ts';

const { signIn: SIGN_IN, steps: STEPS } = STAFF_SIGN_IN;

export const staffSignInRoutes: readonly Route[] = [
  { method: 'GET', path: SIGN_IN, access: 'public', handle: askToSignIn },
  { method: 'POST', path: SIGN_IN, access: 'public', handle: submitSignIn },
  { method: 'POST', path: STAFF_SIGN_OUT, access: 'any-stage', handle: submitSignOut },
  { method: 'GET', path: STEPS['new-password'], access: 'new-password', handle: askForPassword },
  { method: 'POST', path: STEPS['new-password'], access: 'new-password', handle: submitPassword },
  { method: 'GET', path: STEPS['second-factor'], access: 'second-factor', handle: askForCode },
  { method: 'POST', path: STEPS['second-factor'], access: 'second-factor', handle: submitCode },
  { method: 'GET', path: STEPS.enrol, access: 'enrol', handle: askToEnrol },
  { method: 'POST', path: `${STEPS.enrol}/neu`, access: 'enrol', handle: beginEnrolment },
  { method: 'POST', path: STEPS.enrol, access: 'enrol', handle: submitEnrolment },
  { method: 'POST', path: STAFF_LANGUAGE, access: 'staff', handle: submitLanguage },
];

const SIGNED_OUT = 'abgemeldet';

/** Where the person goes on to: nowhere but the desk. */
function deskOnward(request: PageRequest, fields: FormFields): Onward {
  const { address } = onwardOf(request, fields);
  return { address: address.startsWith(`${DESK}/`) ? address : DESK, carried: '' };
}

const queryOf = (request: PageRequest) => fieldsOf(request.url.searchParams);

function askToSignIn(request: PageRequest): Response {
  const query = queryOf(request);
  const onward = deskOnward(request, query);
  if (request.stage) return goOn(request, request.stage, onward);
  const isWanted = onward.address !== DESK ? 'please-sign-in' : undefined;
  return signInForm(request, { onward, notice: query.has(SIGNED_OUT) ? 'signed-out' : isWanted });
}

function signInForm(
  request: PageRequest,
  shown: {
    onward: Onward;
    email?: string;
    errors?: FormErrors;
    notice?: 'signed-out' | 'please-sign-in' | undefined;
  },
): Response {
  const { onward, email = '', errors = noErrors, notice } = shown;
  const { isDemo, demoStaff, demoPassword } = request.services;
  const demo =
    isDemo && demoStaff && demoPassword ? { password: demoPassword, logins: demoStaff.logins } : undefined;
  return page(
    request,
    <StaffSignInPage
      frame={frameOf(request)}
      email={email}
      onward={onward}
      errors={errors}
      notice={notice}
      demo={demo}
    />,
    errors.status,
  );
}

async function submitSignIn(request: PageRequest): Promise<Response> {
  const { services, clientAddress, userAgent, cookie } = request;
  const form = await formOf(request);
  const onward = deskOnward(request, form);
  const visit = { appKey: services.appKey, clientAddress, userAgent, presentedToken: cookie?.token };
  const result = await refusalOf(() => signInStaff(request.ctx, visit, singleValues(form)));
  if ('done' in result) return enter(request, result.done, onward);
  const { email, password } = words[request.ctx.language].signIn;
  const errors = formErrors(request, result.refusal, { email, password });
  return retryLater(
    signInForm(request, { onward, email: fieldValue(form, 'email'), errors }),
    result.refusal,
  );
}

/** On with the new token to where the person wanted to go, or to the step that is missing. */
async function enter(request: PageRequest, entered: StaffEntered, onward: Onward): Promise<Response> {
  const { token, stage, language } = entered;
  return goOn(await continueAsStaff(request, { token, language }), stage, onward);
}

function goOn(request: PageRequest, stage: SessionStage, onward: Onward): Response {
  if (stage === 'full') return redirect(request, onward.address);
  return redirect(request, onward.address === DESK ? STEPS[stage] : withOnward(STEPS[stage], onward));
}

async function submitSignOut(request: PageRequest): Promise<Response> {
  if (request.cookie) await signOutStaff(staffCtx(request), request.cookie.token);
  request.answerHeaders.set('set-cookie', clearedCookie(request.isHttps, 'desk'));
  const { language } = request.ctx;
  const isUsual = language === negotiateLanguage(request.raw.headers.get('accept-language') ?? undefined);
  return redirect(request, `${SIGN_IN}?${SIGNED_OUT}=1${isUsual ? '' : `&lang=${language}`}`);
}

function askForPassword(request: PageRequest): Response {
  const onward = deskOnward(request, queryOf(request));
  return request.stage === 'full' ? redirect(request, onward.address) : passwordPage(request, onward);
}

function passwordPage(request: PageRequest, onward: Onward, errors: FormErrors = noErrors): Response {
  const { name } = actingStaff(staffCtx(request));
  return page(
    request,
    <StaffPasswordPage frame={frameOf(request)} name={name} onward={onward} errors={errors} />,
    errors.status,
  );
}

async function submitPassword(request: PageRequest): Promise<Response> {
  const form = await formOf(request);
  const onward = deskOnward(request, form);
  if (request.stage === 'full') return redirect(request, onward.address);
  const t = words[request.ctx.language].newPassword;
  if (fieldValue(form, 'password') !== fieldValue(form, 'repeat'))
    return passwordPage(request, onward, errorAt('repeat', t.differs));
  const result = await refusalOf(() => setStaffPassword(staffCtx(request), request, singleValues(form)));
  if ('done' in result) return enter(request, result.done, onward);
  return passwordPage(request, onward, formErrors(request, result.refusal, { password: t.password }));
}

function askForCode(request: PageRequest): Response | Promise<Response> {
  const onward = deskOnward(request, queryOf(request));
  return request.stage === 'full' ? redirect(request, onward.address) : codePage(request, onward);
}

async function codePage(
  request: PageRequest,
  onward: Onward,
  errors: FormErrors = noErrors,
): Promise<Response> {
  const { name } = actingStaff(staffCtx(request));
  return page(
    request,
    <StaffStepPage
      frame={frameOf(request)}
      name={name}
      onward={onward}
      errors={errors}
      demo={await demoCodeFor(request)}
    />,
    errors.status,
  );
}

async function submitCode(request: PageRequest): Promise<Response> {
  const form = await formOf(request);
  const onward = deskOnward(request, form);
  if (request.stage === 'full') return redirect(request, onward.address);
  const result = await refusalOf(() =>
    passStaffSecondStep(staffCtx(request), visitOf(request), singleValues(form)),
  );
  if ('done' in result)
    return enter(request, { token: result.done, stage: 'full', language: request.ctx.language }, onward);
  const { code } = words[request.ctx.language].step;
  return retryLater(
    await codePage(request, onward, formErrors(request, result.refusal, { otp: code })),
    result.refusal,
  );
}

const visitOf = (request: PageRequest) => ({
  appKey: request.services.appKey,
  sessionId: sessionIdOf(request),
});

function askToEnrol(request: PageRequest): Response | Promise<Response> {
  const onward = deskOnward(request, queryOf(request));
  return request.stage === 'full' ? redirect(request, onward.address) : enrolPage(request, onward);
}

async function enrolPage(
  request: PageRequest,
  onward: Onward,
  errors: FormErrors = noErrors,
): Promise<Response> {
  const { name } = actingStaff(staffCtx(request));
  return page(
    request,
    <StaffEnrolPage
      frame={frameOf(request)}
      name={name}
      onward={onward}
      errors={errors}
      view={await staffSetUpView(request, false)}
    />,
    errors.status,
  );
}

async function beginEnrolment(request: PageRequest): Promise<Response> {
  const onward = deskOnward(request, await formOf(request));
  if (request.stage === 'full') return redirect(request, onward.address);
  await beginStaffTotp(staffCtx(request), request.services);
  return goOn(request, 'enrol', onward);
}

async function submitEnrolment(request: PageRequest): Promise<Response> {
  const form = await formOf(request);
  const onward = deskOnward(request, form);
  if (request.stage === 'full') return redirect(request, onward.address);
  const ctx = staffCtx(request);
  const result = await refusalOf(() => activateStaffTotp(ctx, visitOf(request), singleValues(form)));
  if ('refusal' in result) {
    // nothing waits any more: begin again
    if (result.refusal.code === 'not-found') return goOn(request, 'enrol', onward);
    const { code } = secondFactorWords[ctx.language].setUp;
    return enrolPage(request, onward, formErrors(request, result.refusal, { otp: code }));
  }
  const { token, codes } = result.done;
  const entered = await continueAsStaff(request, { token, language: ctx.language });
  const frame = frameOf(entered);
  const date = frame.formats.shortDate(todayOf(ctx));
  return page(
    entered,
    <StaffEnrolledPage
      frame={frame}
      codes={codes}
      login={actingStaff(ctx).name}
      date={date}
      next={onward.address}
    />,
  );
}

async function submitLanguage(request: PageRequest): Promise<Response> {
  const form = await formOf(request);
  const language = await chooseStaffLanguage(staffCtx(request), singleValues(form));
  if (request.cookie) {
    const cookie = writeCookie({ ...request.cookie, language }, request.isHttps, 'desk');
    request.answerHeaders.set('set-cookie', cookie);
  }
  return redirect(request, returnAddress(request, fieldValue(form, 'back'), DESK));
}
