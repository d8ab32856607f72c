import { type Refusal, Refused, refuse } from '../../../domain/refusal.ts';
import { type Ctx, deskTransaction, staffIdOf } from '../../../platform/context.ts';
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
  staffCtx,
} from '../../../web/index.ts';
import { NEW_STAFF, STAFF, STAFF_SIGN_IN, staffHref } from '../paths.ts';
import { words } from '../words.ts';
import { isLastAdmin } from './change-account.ts';
import { changeStaff } from './change-staff.ts';
import { createStaff } from './create-staff.ts';
import { deactivateStaff, reactivateStaff } from './deactivate-staff.ts';
import { newStaffPassword } from './new-staff-password.ts';
import type { HandedOver } from './one-time.ts';
import { NewStaffPage, StaffPage, StaffSecretPage } from './pages/staff-form-page.tsx';
import { type StaffDone, StaffListPage } from './pages/staff-list-page.tsx';
import { findStaff, listStaff, staffWithSecondFactor } from './queries.ts';
import { resetStaffSecondFactor } from './reset-staff-second-factor.ts';
import { FIRST_ROLE_FIELD, rolesOf, roleTicks, staffRow } from './view.ts';

const ONE = staffHref(':id');

export const staffAccountRoutes: readonly Route[] = [
  { method: 'GET', path: STAFF, access: 'staff:admin', handle: showList },
  {
    method: 'GET',
    path: NEW_STAFF,
    access: 'staff:admin',
    confirm: true,
    handle: (request) => newForm(request),
  },
  { method: 'POST', path: NEW_STAFF, access: 'staff:admin', confirm: true, handle: submitNew },
  { method: 'GET', path: ONE, access: 'staff:admin', confirm: true, handle: (request) => showOne(request) },
  { method: 'POST', path: ONE, access: 'staff:admin', confirm: true, handle: submitChange },
  { method: 'POST', path: `${ONE}/passwort`, access: 'staff:admin', confirm: true, handle: submitPassword },
  button('zweiter-faktor', resetStaffSecondFactor, 'reset'),
  button('sperren', deactivateStaff, 'deactivated'),
  button('oeffnen', reactivateStaff, 'reactivated'),
];

const DONE = 'getan';
const doneAddress = (done: StaffDone) => `${STAFF}?${DONE}=${done}`;

/** A button on the page of an account: what it does, and what the list says then. */
function button(
  path: string,
  verb: (ctx: Ctx, input: { staffId: number }) => Promise<void>,
  done: StaffDone,
): Route {
  return {
    method: 'POST',
    path: `${ONE}/${path}`,
    access: 'staff:admin',
    confirm: true,
    async handle(request) {
      const result = await refusalOf(() => verb(staffCtx(request), { staffId: idOf(request) }));
      return 'done' in result
        ? redirect(request, doneAddress(done))
        : showOne(request, { errors: sayOnPage(request, result.refusal) });
    },
  };
}

/** What the page of the account can say; anything else is said on a page of its own. */
function sayOnPage(request: PageRequest, refusal: Refusal): FormErrors {
  if (!['invalid', 'stale', 'last-staff-admin'].includes(refusal.code)) throw new Refused(refusal);
  return staffErrors(request, refusal);
}

/** The summary leads to the first tick when no role is ticked. */
function staffErrors(request: PageRequest, refusal: Refusal): FormErrors {
  const { email, name, roles, language, handOver } = words[request.ctx.language].form;
  const errors = formErrors(request, refusal, { email, name, roles, language, handOver });
  const summary = errors.summary.map((one) =>
    one.field === 'roles' ? { ...one, field: FIRST_ROLE_FIELD } : one,
  );
  return { ...errors, summary };
}

/** The id in the address. Whatever is none is as unknown as one that was never given out. */
function idOf(request: PageRequest): number {
  const { id = '' } = request.params;
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : refuse({ code: 'not-found' });
}

async function showList(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  const { accounts, factors } = await deskTransaction(ctx, async (tx) => ({
    accounts: await listStaff(tx),
    factors: await staffWithSecondFactor(tx),
  }));
  const rows = accounts.map((account) =>
    staffRow(
      account,
      { hasFactor: factors.has(account.id), isSelf: account.id === staffIdOf(ctx) },
      frame.language,
      frame.formats,
    ),
  );
  const said = request.url.searchParams.get(DONE) ?? '';
  const done = Object.hasOwn(words.de.list.notices, said) ? (said as StaffDone) : undefined;
  return page(request, <StaffListPage frame={frame} rows={rows} done={done} />);
}

function newForm(request: PageRequest, fields?: FormFields, errors = noErrors): Response {
  const { language } = request.ctx;
  const typed = (name: string, usual: string) => (fields ? fieldValue(fields, name) : usual);
  return page(
    request,
    <NewStaffPage
      frame={frameOf(request)}
      email={typed('email', '')}
      values={{ name: typed('name', ''), language: typed('language', 'de') }}
      roles={roleTicks(fields ? rolesOf(fields) : [], language)}
      handOver={typed('handOver', 'mail')}
      errors={errors}
    />,
    errors.status,
  );
}

async function submitNew(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const input = { ...singleValues(fields), roles: rolesOf(fields) };
  const result = await refusalOf(() => createStaff(staffCtx(request), input));
  if ('refusal' in result) return newForm(request, fields, staffErrors(request, result.refusal));
  const { handedOver } = result.done;
  if (!handedOver) return redirect(request, doneAddress('mailed'));
  return showSecret(request, fieldValue(fields, 'name'), handedOver);
}

function showSecret(request: PageRequest, name: string, { secret, expiresAt }: HandedOver): Response {
  const frame = frameOf(request);
  return page(
    request,
    <StaffSecretPage
      frame={frame}
      name={name}
      secret={secret}
      until={frame.formats.dateTime(expiresAt)}
      address={request.ownOrigin + STAFF_SIGN_IN.signIn}
    />,
  );
}

async function showOne(
  request: PageRequest,
  { fields, errors = noErrors }: { fields?: FormFields; errors?: FormErrors } = {},
): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  const { language, formats } = frame;
  const { account, accounts, factors } = await deskTransaction(ctx, async (tx) => ({
    account: await findStaff(tx, idOf(request)),
    accounts: await listStaff(tx),
    factors: await staffWithSecondFactor(tx),
  }));
  if (!account) refuse({ code: 'not-found' });
  const admins = accounts.filter(({ isActive, roles }) => isActive && roles.includes('admin'));
  const row = staffRow(account, { hasFactor: factors.has(account.id), isSelf: false }, language, formats);
  return page(
    request,
    <StaffPage
      frame={frame}
      account={{
        id: account.id,
        name: account.name,
        email: account.email,
        isActive: account.isActive,
        lastSignIn: row.lastSignIn,
        factor: row.factor,
        state: row.state.text,
      }}
      values={{
        name: fields ? fieldValue(fields, 'name') : account.name,
        language: fields ? fieldValue(fields, 'language') : account.language,
      }}
      roles={roleTicks(fields ? rolesOf(fields) : account.roles, language)}
      seen={String(account.version)}
      isLastAdmin={isLastAdmin(
        account,
        admins.map(({ id }) => id),
      )}
      errors={errors}
    />,
    errors.status,
  );
}

async function submitChange(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const input = { ...singleValues(fields), staffId: idOf(request), roles: rolesOf(fields) };
  const result = await refusalOf(() => changeStaff(staffCtx(request), input));
  return 'done' in result
    ? redirect(request, doneAddress('changed'))
    : showOne(request, { fields, errors: sayOnPage(request, result.refusal) });
}

async function submitPassword(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const ctx = staffCtx(request);
  const staffId = idOf(request);
  const input = { staffId, handOver: fieldValue(fields, 'handOver') };
  const result = await refusalOf(() => newStaffPassword(ctx, input));
  if ('refusal' in result) return showOne(request, { errors: sayOnPage(request, result.refusal) });
  if (!result.done) return redirect(request, doneAddress('mailed'));
  const account = await deskTransaction(ctx, (tx) => findStaff(tx, staffId));
  return showSecret(request, account?.name ?? '', result.done);
}
