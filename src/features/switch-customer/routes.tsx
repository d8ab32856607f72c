import { refuse } from '../../domain/refusal.ts';
import { actingPerson } from '../../platform/person-scope.ts';
import { membershipsOf } from '../../platform/sessions/index.ts';
import {
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
import { enter } from '../sign-in/index.ts';
import { SwitchPage } from './pages/switch-page.tsx';
import { switchCustomer } from './switch-customer.ts';
import { words } from './words.ts';

const PATH = '/konto/firma-wechseln';

export const switchRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, access: 'signed-in', handle: (request) => show(request) },
  { method: 'POST', path: PATH, access: 'signed-in', handle: submit },
];

async function show(request: PageRequest, errors = noErrors): Promise<Response> {
  const ctx = customerCtx(request);
  const firms = await membershipsOf(ctx.db, actingPerson(ctx).personId);
  const choice = firms
    .map(({ number, name }) => ({ number, name, isChosen: number === ctx.customer.number }))
    .toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
  return page(request, <SwitchPage frame={frameOf(request)} firms={choice} errors={errors} />, errors.status);
}

async function submit(request: PageRequest): Promise<Response> {
  const { cookie, userAgent, clientAddress, ctx } = request;
  const form = singleValues(await formOf(request));
  if (form.customerNumber === ctx.customer?.number) return redirect(request, '/');
  const presentedToken = cookie?.token ?? refuse({ code: 'not-signed-in' });
  const visit = { sessionId: sessionIdOf(request), presentedToken, userAgent, clientAddress };
  const result = await refusalOf(() => switchCustomer(customerCtx(request), visit, form));
  if ('refusal' in result) {
    const { legend } = words[ctx.language];
    return show(request, formErrors(request, result.refusal, { customerNumber: legend }));
  }
  const session = { ...result.done, language: cookie?.language };
  return enter(request, session, { address: '/', carried: '' });
}
