import { isConfirmed } from '../../platform/context.ts';
import {
  continueAs,
  customerCtx,
  fieldsOf,
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
import {
  carriedFields,
  interrupted,
  type Onward,
  onwardOf,
  ResumePage,
  withOnward,
} from '../sign-in/index.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { ConfirmationPage, type ConfirmationPageProps } from './pages/confirmation-page.tsx';
import { words } from './words.ts';

const PATH = '/konto/bestaetigen';

export const confirmationRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, access: 'signed-in', handle: ask },
  { method: 'POST', path: PATH, access: 'signed-in', handle: submit },
];

/**
 * Answers a request that needs a fresh proof of identity. A page is come back to; a form keeps what was typed into
 * it, and is sent again only when the person says so.
 */
export async function showConfirmation(request: PageRequest): Promise<Response> {
  const onward = await interrupted(request);
  if (request.method !== 'POST') return redirect(request, withOnward(PATH, onward));
  return form(request, { onward, form: onward.isLost ? 'lost' : 'kept' }, 403);
}

function ask(request: PageRequest): Response {
  const onward = { ...onwardOf(request, fieldsOf(request.url.searchParams)), carried: '' };
  return isConfirmed(request.ctx) ? redirect(request, onward.address) : form(request, { onward });
}

async function submit(request: PageRequest): Promise<Response> {
  const { ctx, services } = request;
  const fields = await formOf(request);
  const onward = onwardOf(request, fields);
  const visit = { appKey: services.appKey, sessionId: sessionIdOf(request) };
  const result = await refusalOf(() => confirmIdentity(customerCtx(request), visit, singleValues(fields)));
  if ('done' in result) return goOn(request, result.done, onward);
  const errors = formErrors(request, result.refusal, { password: words[ctx.language].password });
  const response = form(request, { onward, errors });
  if (result.refusal.code === 'too-many-attempts') {
    response.headers.set('retry-after', String(result.refusal.retryAfterSeconds));
  }
  return response;
}

/** On with the renewed session; a form that was interrupted waits for a click. */
async function goOn(request: PageRequest, token: string, onward: Onward): Promise<Response> {
  const confirmed = await continueAs(request, { token, language: request.cookie?.language });
  if (onward.carried === '') return redirect(confirmed, onward.address);
  const frame = frameOf(confirmed);
  return page(
    confirmed,
    <ResumePage
      frame={frame}
      address={onward.address}
      fields={carriedFields(onward)}
      said={words[frame.language].confirmed}
    />,
  );
}

type Shown = Pick<ConfirmationPageProps, 'onward'> & Partial<Pick<ConfirmationPageProps, 'form' | 'errors'>>;

function form(request: PageRequest, { onward, form, errors = noErrors }: Shown, status?: number): Response {
  return page(
    request,
    <ConfirmationPage frame={frameOf(request)} onward={onward} form={form} errors={errors} />,
    status ?? errors.status,
  );
}
