import {
  continueAsStaff,
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
  staffCtx,
} from '../../../web/index.ts';
import { OWN_ACCESS, STAFF_SIGN_IN } from '../paths.ts';
import { words } from '../words.ts';
import { changeOwnPassword } from './change-own-password.ts';
import { OwnAccessPage } from './own-access-page.tsx';

export const ownAccessRoutes: readonly Route[] = [
  { method: 'GET', path: OWN_ACCESS, access: 'staff', handle: (request) => show(request) },
  { method: 'POST', path: OWN_ACCESS, access: 'staff', handle: submit },
];

function show(request: PageRequest, errors = noErrors): Response {
  return page(request, <OwnAccessPage frame={frameOf(request)} errors={errors} />, errors.status);
}

async function submit(request: PageRequest): Promise<Response> {
  const form = await formOf(request);
  const { services, userAgent, clientAddress, ctx } = request;
  const t = words[ctx.language];
  if (fieldValue(form, 'password') !== fieldValue(form, 'repeat')) {
    const message = t.newPassword.differs;
    return show(request, {
      status: 422,
      summary: [{ field: 'repeat', message }],
      of: (field) => (field === 'repeat' ? message : undefined),
    });
  }
  const visit = { appKey: services.appKey, userAgent, clientAddress };
  const result = await refusalOf(() => changeOwnPassword(staffCtx(request), visit, singleValues(form)));
  if ('refusal' in result) {
    const errors = formErrors(request, result.refusal, { current: t.own.current, password: t.own.next });
    const response = show(request, errors);
    if (result.refusal.code === 'too-many-attempts')
      response.headers.set('retry-after', String(result.refusal.retryAfterSeconds));
    return response;
  }
  const { token, stage, language } = result.done;
  const entered = await continueAsStaff(request, { token, language });
  return redirect(entered, stage === 'full' ? OWN_ACCESS : STAFF_SIGN_IN.steps[stage]);
}
