import type { CustomerCtx } from '../../platform/context.ts';
import {
  continueAs,
  customerCtx,
  type FormFields,
  fieldsOf,
  fieldValue,
  formErrors,
  formOf,
  frameOf,
  json,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  sessionIdOf,
  singleValues,
} from '../../web/index.ts';
import {
  ceremonyVisit,
  challengePath,
  passkeyToRegister,
  passkeyWords,
  registerPasskey,
} from '../passkeys/index.ts';
import { loginOf } from '../recovery-codes/index.ts';
import { activateTotp, beginTotp, secondFactorWords } from '../second-factor/index.ts';
import { goOn } from './enter.tsx';
import { onwardOf } from './onward.ts';
import { EnrolledPage } from './pages/enrol-page.tsx';
import { ENROL, ENROL_PASSKEY } from './paths.ts';
import { enrolPage } from './step-pages.tsx';

export const enrolRoutes: readonly Route[] = [
  { method: 'GET', path: ENROL, access: 'enrol', handle: ask },
  { method: 'POST', path: `${ENROL}/neu`, access: 'enrol', handle: begin },
  { method: 'POST', path: ENROL, access: 'enrol', handle: submitCode },
  { method: 'POST', path: challengePath(ENROL_PASSKEY), access: 'enrol', handle: giveChallenge },
  { method: 'POST', path: ENROL_PASSKEY, access: 'enrol', handle: submitPasskey },
];

/** The session began with the password at most half an hour ago and can do nothing else: that is proof enough. */
function enrolCtx(request: PageRequest): CustomerCtx {
  return { ...customerCtx(request), confirmedAt: request.ctx.now };
}

const isPast = (request: PageRequest) => request.stage !== 'enrol';

function ask(request: PageRequest): Response | Promise<Response> {
  const onward = { ...onwardOf(request, fieldsOf(request.url.searchParams)), carried: '' };
  return isPast(request) ? redirect(request, onward.address) : enrolPage(request, onward);
}

async function begin(request: PageRequest): Promise<Response> {
  const onward = onwardOf(request, await formOf(request));
  if (isPast(request)) return redirect(request, onward.address);
  await beginTotp(enrolCtx(request), request.services);
  return goOn(request, 'enrol', onward);
}

async function submitCode(request: PageRequest): Promise<Response> {
  const form = await formOf(request);
  const onward = onwardOf(request, form);
  if (isPast(request)) return redirect(request, onward.address);
  const visit = { appKey: request.services.appKey, sessionId: sessionIdOf(request) };
  const result = await refusalOf(() => activateTotp(enrolCtx(request), visit, singleValues(form)));
  if ('done' in result) return finish(request, result.done, form);
  if (result.refusal.code === 'not-found') return goOn(request, 'enrol', onward);
  const { code } = secondFactorWords[request.ctx.language].setUp;
  return enrolPage(request, onward, { errors: formErrors(request, result.refusal, { otp: code }) });
}

async function giveChallenge(request: PageRequest): Promise<Response> {
  const visit = { ...ceremonyVisit(request), appKey: request.services.appKey };
  return json(request, await passkeyToRegister(enrolCtx(request), visit));
}

async function submitPasskey(request: PageRequest): Promise<Response> {
  const form = await formOf(request);
  const onward = onwardOf(request, form);
  if (isPast(request)) return redirect(request, onward.address);
  const { userAgent, ctx } = request;
  const visit = { ...ceremonyVisit(request), userAgent, sessionToFinish: sessionIdOf(request) };
  const result = await refusalOf(() => registerPasskey(enrolCtx(request), visit, singleValues(form)));
  if ('done' in result) return finish(request, result.done, form);
  const errors = formErrors(request, result.refusal, { name: passkeyWords[ctx.language].name });
  return enrolPage(request, onward, { errors, name: fieldValue(form, 'name') });
}

async function finish(
  request: PageRequest,
  { token, codes }: { token?: string | undefined; codes?: readonly string[] | undefined },
  form: FormFields,
): Promise<Response> {
  const onward = onwardOf(request, form);
  const language = request.cookie?.language;
  const entered = token ? await continueAs(request, { token, language }) : request;
  if (!codes) return goOn(entered, 'full', onward);
  const frame = frameOf(entered);
  return page(entered, <EnrolledPage frame={frame} codes={codes} {...loginOf(entered)} onward={onward} />);
}
