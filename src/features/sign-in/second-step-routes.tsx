import type { Refusal } from '../../domain/refusal.ts';
import {
  customerCtx,
  deviceCookie,
  deviceTokenOf,
  type FormFields,
  fieldsOf,
  fieldValue,
  formErrors,
  formOf,
  json,
  type PageRequest,
  type Route,
  redirect,
  refusalOf,
  retryLater,
  sessionIdOf,
  singleValues,
} from '../../web/index.ts';
import { ceremonyVisit, challengePath, ownPasskeyFor } from '../passkeys/index.ts';
import {
  passSecondStep,
  passSecondStepByPasskey,
  type StepPassed,
  type StepVisit,
  secondFactorWords,
} from '../second-factor/index.ts';
import { enter } from './enter.tsx';
import { onwardOf } from './onward.ts';
import { SECOND_STEP, STEP_PASSKEY } from './paths.ts';
import { secondStepPage } from './step-pages.tsx';

export const secondStepRoutes: readonly Route[] = [
  { method: 'GET', path: SECOND_STEP, access: 'second-factor', handle: ask },
  { method: 'POST', path: SECOND_STEP, access: 'second-factor', handle: submitCode },
  { method: 'POST', path: challengePath(STEP_PASSKEY), access: 'second-factor', handle: giveChallenge },
  { method: 'POST', path: STEP_PASSKEY, access: 'second-factor', handle: submitPasskey },
];

function ask(request: PageRequest): Response | Promise<Response> {
  const onward = { ...onwardOf(request, fieldsOf(request.url.searchParams)), carried: '' };
  if (request.stage === 'full') return redirect(request, onward.address);
  return secondStepPage(request, onward);
}

async function submitCode(request: PageRequest): Promise<Response> {
  const form = await formOf(request);
  if (request.stage === 'full') return redirect(request, onwardOf(request, form).address);
  const visit = visitOf(request, form);
  const result = await refusalOf(() => passSecondStep(customerCtx(request), visit, singleValues(form)));
  return 'done' in result ? finish(request, result.done, form) : askAgain(request, form, result.refusal);
}

async function giveChallenge(request: PageRequest): Promise<Response> {
  return json(request, await ownPasskeyFor(customerCtx(request), ceremonyVisit(request), 'second-step'));
}

async function submitPasskey(request: PageRequest): Promise<Response> {
  const form = await formOf(request);
  if (request.stage === 'full') return redirect(request, onwardOf(request, form).address);
  const visit = { ...visitOf(request, form), ceremony: ceremonyVisit(request) };
  const result = await refusalOf(() =>
    passSecondStepByPasskey(customerCtx(request), visit, singleValues(form)),
  );
  return 'done' in result ? finish(request, result.done, form) : askAgain(request, form, result.refusal);
}

function visitOf(request: PageRequest, form: FormFields): StepVisit {
  return {
    appKey: request.services.appKey,
    sessionId: sessionIdOf(request),
    browser: {
      userAgent: request.userAgent,
      clientAddress: request.clientAddress,
      deviceToken: deviceTokenOf(request),
    },
    wantsTrust: fieldValue(form, 'trust') !== '',
  };
}

async function finish(
  request: PageRequest,
  { token, deviceToken }: StepPassed,
  form: FormFields,
): Promise<Response> {
  const { language } = request.cookie ?? {};
  const response = await enter(request, { token, stage: 'full', language }, onwardOf(request, form));
  if (deviceToken) response.headers.append('set-cookie', deviceCookie(request, deviceToken));
  return response;
}

async function askAgain(request: PageRequest, form: FormFields, refusal: Refusal): Promise<Response> {
  const errors = formErrors(request, refusal, { otp: secondFactorWords[request.ctx.language].step.code });
  const wantsTrust = fieldValue(form, 'trust') !== '';
  return retryLater(await secondStepPage(request, onwardOf(request, form), { errors, wantsTrust }), refusal);
}
