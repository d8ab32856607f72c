import {
  type FormErrors,
  type FormFields,
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
  singleValues,
} from '../../web/index.ts';
import { REGISTER } from '../sign-in/index.ts';
import { confirmRegistration, readConfirmation } from './confirm-registration.ts';
import { DEMO_ACTIVATION_CODE, DEMO_CONTACT } from './demo-help.ts';
import { ConfirmPage } from './pages/confirm-page.tsx';
import { RegisterPage } from './pages/register-page.tsx';
import { SaidPage } from './pages/said-page.tsx';
import { COMPLETED, confirmationHref, RECEIVED } from './paths.ts';
import { register } from './register.ts';
import { words } from './words.ts';

export const registrationRoutes: readonly Route[] = [
  { method: 'GET', path: REGISTER, access: 'public', handle: (request) => showForm(request) },
  { method: 'POST', path: REGISTER, access: 'public', handle: submit },
  { method: 'GET', path: RECEIVED, access: 'public', handle: showReceived },
  { method: 'GET', path: COMPLETED, access: 'public', handle: showCompleted },
  {
    method: 'GET',
    path: confirmationHref(':token'),
    access: 'public',
    handle: (request) => showConfirm(request),
  },
  { method: 'POST', path: confirmationHref(':token'), access: 'public', handle: confirm },
];

const TAKEN = 'vergeben';

function showForm(
  request: PageRequest,
  fields: FormFields = new Map(),
  errors: FormErrors = noErrors,
): Response {
  const value = (name: string) => fieldValue(fields, name);
  return page(
    request,
    <RegisterPage
      frame={frameOf(request)}
      values={{
        customerNumber: value('customerNumber'),
        email: value('email'),
        name: value('name'),
        activationCode: value('activationCode'),
      }}
      errors={errors}
      demo={request.services.isDemo ? { contact: DEMO_CONTACT, code: DEMO_ACTIVATION_CODE } : undefined}
    />,
    errors.status,
  );
}

async function submit(request: PageRequest): Promise<Response> {
  const { ctx, services, clientAddress } = request;
  const fields = await formOf(request);
  const visit = { appKey: services.appKey, clientAddress };
  const result = await refusalOf(() => register(ctx, visit, singleValues(fields)));
  if ('done' in result) return redirect(request, RECEIVED);
  const { customerNumber, name, email, password, activationCode } = words[ctx.language].register;
  const labels = { customerNumber, name, email, password, activationCode };
  return showForm(request, fields, formErrors(request, result.refusal, labels));
}

/** The one answer to every registration. */
function showReceived(request: PageRequest): Response {
  const frame = frameOf(request);
  const t = words[frame.language].received;
  return page(
    request,
    <SaidPage frame={frame} title={t.title} tone="info">
      <p>{t.text}</p>
      <p>{t.help({ phone: frame.carrier.phone })}</p>
    </SaidPage>,
  );
}

async function showConfirm(request: PageRequest, errors: FormErrors = noErrors): Promise<Response> {
  const { token = '' } = request.params;
  const found = await readConfirmation(request.ctx, token);
  return page(
    request,
    <ConfirmPage
      frame={frameOf(request)}
      action={confirmationHref(token)}
      firm={found.customer}
      email={found.email}
      hasAccount={found.hasAccount}
      errors={errors}
    />,
    errors.status,
  );
}

async function confirm(request: PageRequest): Promise<Response> {
  const { ctx, services, clientAddress, params } = request;
  const input = singleValues(await formOf(request));
  const visit = { appKey: services.appKey, clientAddress };
  const result = await refusalOf(() => confirmRegistration(ctx, visit, params.token ?? '', input));
  if ('done' in result) {
    return redirect(request, result.done === 'taken' ? `${COMPLETED}?${TAKEN}=1` : COMPLETED);
  }
  const { password } = words[ctx.language].confirm;
  return showConfirm(request, formErrors(request, result.refusal, { password }));
}

function showCompleted(request: PageRequest): Response {
  const frame = frameOf(request);
  const t = words[frame.language].completed;
  const isTaken = request.url.searchParams.has(TAKEN);
  const said = isTaken ? t.taken : t;
  return page(
    request,
    <SaidPage frame={frame} title={said.title} tone={isTaken ? 'info' : 'ok'}>
      <p>{said.text}</p>
    </SaidPage>,
  );
}
