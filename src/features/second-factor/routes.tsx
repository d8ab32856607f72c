import {
  continueAs,
  customerCtx,
  formErrors,
  formOf,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  sessionIdOf,
  singleValues,
} from '../../web/index.ts';
import { CodesPage, loginOf, renewRecoveryCodes } from '../recovery-codes/index.ts';
import { activateTotp } from './activate-totp.ts';
import { beginTotp } from './begin-totp.ts';
import { SetUpPage } from './pages/set-up-page.tsx';
import { removeTotp } from './remove-totp.ts';
import { setUpView } from './view.ts';
import { words } from './words.ts';

const SECURITY = '/konto/sicherheit';
const APP = `${SECURITY}/app`;

export const secondFactorRoutes: readonly Route[] = [
  { method: 'GET', path: APP, access: 'signed-in', confirm: true, handle: (request) => show(request) },
  { method: 'POST', path: `${APP}/neu`, access: 'signed-in', confirm: true, handle: begin },
  { method: 'POST', path: APP, access: 'signed-in', confirm: true, handle: activate },
  { method: 'POST', path: `${APP}/entfernen`, access: 'signed-in', confirm: true, handle: remove },
  { method: 'POST', path: `${SECURITY}/codes`, access: 'signed-in', confirm: true, handle: renewCodes },
];

async function show(request: PageRequest, errors = noErrors): Promise<Response> {
  const view = await setUpView(customerCtx(request), request.services);
  return page(
    request,
    <SetUpPage frame={frameOf(request)} view={view} action={APP} errors={errors} />,
    errors.status,
  );
}

async function begin(request: PageRequest): Promise<Response> {
  await beginTotp(customerCtx(request), request.services);
  return redirect(request, APP);
}

async function activate(request: PageRequest): Promise<Response> {
  const { services, ctx } = request;
  const visit = { appKey: services.appKey, sessionId: sessionIdOf(request) };
  const form = await formOf(request);
  const result = await refusalOf(() => activateTotp(customerCtx(request), visit, singleValues(form)));
  if ('refusal' in result) {
    // nothing waits any more: begin again
    if (result.refusal.code === 'not-found') return redirect(request, APP);
    return show(request, formErrors(request, result.refusal, { otp: words[ctx.language].setUp.code }));
  }
  const { token, codes } = result.done;
  const renewed = await continueAs(request, { token, language: request.cookie?.language });
  const next = `${SECURITY}?ok=app`;
  if (!codes) return redirect(renewed, next);
  return page(
    renewed,
    <CodesPage frame={frameOf(renewed)} codes={codes} {...loginOf(renewed)} next={next} />,
  );
}

async function remove(request: PageRequest): Promise<Response> {
  await removeTotp(customerCtx(request), { sessionId: sessionIdOf(request) });
  return redirect(request, `${SECURITY}?ok=app-entfernt`);
}

async function renewCodes(request: PageRequest): Promise<Response> {
  const codes = await renewRecoveryCodes(customerCtx(request), request.services);
  return page(
    request,
    <CodesPage frame={frameOf(request)} codes={codes} {...loginOf(request)} next={SECURITY} />,
  );
}
