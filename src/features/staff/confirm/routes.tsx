import { isConfirmed } from '../../../platform/context.ts';
import {
  continueAsStaff,
  type FormErrors,
  type FormFields,
  fieldsOf,
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
  staffCtx,
} from '../../../web/index.ts';
import { confirmationErrors, goOnConfirmed } from '../../confirmation/index.ts';
import { interrupted, type Onward, onwardOf, withOnward } from '../../sign-in/index.ts';
import { DESK, STAFF_CONFIRM } from '../paths.ts';
import { demoCodeFor } from '../sign-in/demo-code.ts';
import { StaffConfirmPage } from './confirm-page.tsx';
import { confirmStaff } from './confirm-staff.ts';

export const staffConfirmRoutes: readonly Route[] = [
  { method: 'GET', path: STAFF_CONFIRM, access: 'staff', handle: ask },
  { method: 'POST', path: STAFF_CONFIRM, access: 'staff', handle: submit },
];

/** Answers a request of the desk that needs a fresh proof, as that of a customer is answered. */
export async function showStaffConfirmation(request: PageRequest): Promise<Response> {
  const onward = await interrupted(request);
  if (request.method !== 'POST') return redirect(request, withOnward(STAFF_CONFIRM, onward));
  const status = onward.isLost ? 'lost' : 'kept';
  return show(
    request,
    { onward: onward.isLost ? { address: DESK, carried: '' } : onward, form: status },
    403,
  );
}

/** On to the desk and nowhere else. */
function deskOnward(request: PageRequest, fields: FormFields): Onward {
  const onward = onwardOf(request, fields);
  return onward.address.startsWith(`${DESK}/`) ? onward : { address: DESK, carried: '' };
}

function ask(request: PageRequest): Response | Promise<Response> {
  const onward = { ...deskOnward(request, fieldsOf(request.url.searchParams)), carried: '' };
  return isConfirmed(request.ctx) ? redirect(request, onward.address) : show(request, { onward });
}

async function submit(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const onward = deskOnward(request, fields);
  const visit = { appKey: request.services.appKey, sessionId: sessionIdOf(request) };
  const result = await refusalOf(() => confirmStaff(staffCtx(request), visit, singleValues(fields)));
  if ('refusal' in result) {
    const errors = confirmationErrors(request, result.refusal);
    return retryLater(await show(request, { onward, errors }), result.refusal);
  }
  const renewed = { token: result.done, language: request.cookie?.language };
  return goOnConfirmed(await continueAsStaff(request, renewed), onward, DESK);
}

async function show(
  request: PageRequest,
  shown: { onward: Onward; form?: 'kept' | 'lost'; errors?: FormErrors },
  status?: number,
): Promise<Response> {
  const { onward, form, errors = noErrors } = shown;
  return page(
    request,
    <StaffConfirmPage
      frame={frameOf(request)}
      onward={onward}
      form={form}
      errors={errors}
      demo={await demoCodeFor(request)}
    />,
    status ?? errors.status,
  );
}
