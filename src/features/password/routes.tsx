import {
  continueAs,
  customerCtx,
  errorAt,
  type FormErrors,
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
  sessionIdOf,
  singleValues,
} from '../../web/index.ts';
import { changePassword } from './change-password.ts';
import { PasswordPage } from './pages/password-page.tsx';
import { PATH } from './path.ts';
import { words } from './words.ts';

export const passwordRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, access: 'signed-in', handle: (request) => show(request) },
  { method: 'POST', path: PATH, access: 'signed-in', handle: submit },
];

function show(request: PageRequest, errors: FormErrors = noErrors): Response {
  const isDone = errors === noErrors && request.url.searchParams.has('ok');
  return page(
    request,
    <PasswordPage frame={frameOf(request)} errors={errors} isDone={isDone} />,
    errors.status,
  );
}

async function submit(request: PageRequest): Promise<Response> {
  const { services, userAgent, clientAddress, ctx } = request;
  const form = await formOf(request);
  const t = words[ctx.language];
  if (fieldValue(form, 'password') !== fieldValue(form, 'repeat'))
    return show(request, errorAt('repeat', t.differs));
  const visit = { appKey: services.appKey, sessionId: sessionIdOf(request), userAgent, clientAddress };
  const result = await refusalOf(() => changePassword(customerCtx(request), visit, singleValues(form)));
  if ('done' in result) {
    const { token, language } = result.done;
    return redirect(await continueAs(request, { token, language }), `${PATH}?ok=1`);
  }
  const labels = { oldPassword: t.old, password: t.password };
  return retryLater(show(request, formErrors(request, result.refusal, labels)), result.refusal);
}
