import { todayOf } from '../../../domain/calendar/index.ts';
import {
  continueAsStaff,
  errorAt,
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
  staffCtx,
} from '../../../web/index.ts';
import { secondFactorWords } from '../../second-factor/index.ts';
import { OWN_ACCESS, OWN_APP, OWN_CODES, STAFF_SIGN_IN } from '../paths.ts';
import { countStaffCodes, findStaffTotp } from '../sign-in/queries.ts';
import { staffSetUpView } from '../sign-in/set-up-view.ts';
import { actingStaff, staffTransaction } from '../staff-scope.ts';
import { words } from '../words.ts';
import { changeOwnPassword } from './change-own-password.ts';
import { beginExchange, exchangeApp } from './exchange-app.ts';
import { OwnAccessPage } from './own-access-page.tsx';
import { ExchangeAppPage, OwnCodesPage } from './own-factor-pages.tsx';
import { renewOwnCodes } from './renew-own-codes.ts';

const access = 'staff';

export const ownAccessRoutes: readonly Route[] = [
  { method: 'GET', path: OWN_ACCESS, access, handle: (request) => show(request) },
  { method: 'POST', path: OWN_ACCESS, access, handle: submit },
  { method: 'GET', path: OWN_APP, access, confirm: true, handle: (request) => showExchange(request) },
  { method: 'POST', path: `${OWN_APP}/neu`, access, confirm: true, handle: begin },
  { method: 'POST', path: OWN_APP, access, confirm: true, handle: exchange },
  { method: 'POST', path: OWN_CODES, access, confirm: true, handle: renewCodes },
];

const EXCHANGED = 'getauscht';

async function show(request: PageRequest, errors = noErrors): Promise<Response> {
  const frame = frameOf(request);
  const { formats } = frame;
  const { totp, codes } = await staffTransaction(staffCtx(request), async (tx, { staffId }) => ({
    totp: await findStaffTotp(tx, staffId),
    codes: await countStaffCodes(tx, staffId),
  }));
  return page(
    request,
    <OwnAccessPage
      frame={frame}
      errors={errors}
      appSince={totp?.activatedAt ? formats.dateTime(totp.activatedAt) : undefined}
      codes={codes}
      isExchanged={request.url.searchParams.has(EXCHANGED)}
    />,
    errors.status,
  );
}

async function submit(request: PageRequest): Promise<Response> {
  const form = await formOf(request);
  const { services, userAgent, clientAddress, ctx } = request;
  const t = words[ctx.language];
  if (fieldValue(form, 'password') !== fieldValue(form, 'repeat'))
    return show(request, errorAt('repeat', t.newPassword.differs));
  const visit = { appKey: services.appKey, userAgent, clientAddress };
  const result = await refusalOf(() => changeOwnPassword(staffCtx(request), visit, singleValues(form)));
  if ('refusal' in result) {
    const errors = formErrors(request, result.refusal, { current: t.own.current, password: t.own.password });
    return retryLater(await show(request, errors), result.refusal);
  }
  const { token, stage, language } = result.done;
  const entered = await continueAsStaff(request, { token, language });
  return redirect(entered, stage === 'full' ? OWN_ACCESS : STAFF_SIGN_IN.steps[stage]);
}

async function showExchange(request: PageRequest, errors = noErrors): Promise<Response> {
  return page(
    request,
    <ExchangeAppPage frame={frameOf(request)} view={await staffSetUpView(request, true)} errors={errors} />,
    errors.status,
  );
}

async function begin(request: PageRequest): Promise<Response> {
  await beginExchange(staffCtx(request), request.services);
  return redirect(request, OWN_APP);
}

async function exchange(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  const visit = { appKey: request.services.appKey, sessionId: sessionIdOf(request) };
  const form = await formOf(request);
  const result = await refusalOf(() => exchangeApp(ctx, visit, singleValues(form)));
  if ('refusal' in result) {
    // nothing waits any more: begin again
    if (result.refusal.code === 'not-found') return redirect(request, OWN_APP);
    const { code } = secondFactorWords[ctx.language].setUp;
    return showExchange(request, formErrors(request, result.refusal, { otp: code }));
  }
  const renewed = await continueAsStaff(request, { token: result.done, language: request.cookie?.language });
  return redirect(renewed, `${OWN_ACCESS}?${EXCHANGED}=1`);
}

/** The codes stand on the answer itself: nobody can read them again. */
async function renewCodes(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  const codes = await renewOwnCodes(ctx, request.services);
  const frame = frameOf(request);
  const date = frame.formats.shortDate(todayOf(ctx));
  return page(
    request,
    <OwnCodesPage frame={frame} codes={codes} login={actingStaff(ctx).name} date={date} />,
  );
}
