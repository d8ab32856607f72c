import {
  csrfTokenOf,
  customerCtx,
  type FormErrors,
  fieldValue,
  formErrors,
  formOf,
  frameOf,
  json,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  sessionIdOf,
  singleValues,
} from '../../web/index.ts';
import { CodesPage, loginOf } from '../recovery-codes/index.ts';
import type { CeremonyVisit } from './ceremony.ts';
import type { NewPasskeyCardProps } from './pages/new-passkey-card.tsx';
import { NewPasskeyPage } from './pages/new-passkey-page.tsx';
import { challengePath } from './pages/passkey-form.tsx';
import { passkeyToRegister, registerPasskey } from './register-passkey.ts';
import { relyingPartyOf } from './relying-party.ts';
import { removePasskey } from './remove-passkey.ts';
import { words } from './words.ts';

const SECURITY = '/konto/sicherheit';
const PATH = `${SECURITY}/passkey`;

export const passkeyRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, access: 'signed-in', confirm: true, handle: (request) => show(request) },
  { method: 'POST', path: challengePath(PATH), access: 'signed-in', confirm: true, handle: giveChallenge },
  { method: 'POST', path: PATH, access: 'signed-in', confirm: true, handle: add },
  { method: 'POST', path: `${PATH}/entfernen`, access: 'signed-in', confirm: true, handle: remove },
];

/** Where a ceremony of this request takes place. */
export function ceremonyVisit(request: PageRequest): CeremonyVisit {
  return { relyingParty: relyingPartyOf(request), boundTo: csrfTokenOf(request) };
}

/** What the card of a new passkey shows, for this address of the portal. */
export function newPasskeyProps(
  request: PageRequest,
  shown: { action: string; name?: string; errors?: FormErrors },
): NewPasskeyCardProps {
  const isPossible = relyingPartyOf(request) !== undefined;
  const url = new URL(request.url.pathname, request.ownOrigin);
  const isLoopback = url.hostname === '127.0.0.1' || url.hostname === '[::1]';
  url.hostname = 'localhost';
  return {
    frame: frameOf(request),
    action: shown.action,
    name: shown.name ?? '',
    errors: shown.errors ?? noErrors,
    isPossible,
    ...(isLoopback && !isPossible ? { elsewhere: url.href } : {}),
  };
}

function show(request: PageRequest, name = '', errors = noErrors): Response {
  const props = newPasskeyProps(request, { action: PATH, name, errors });
  return page(request, <NewPasskeyPage {...props} />, errors.status);
}

async function giveChallenge(request: PageRequest): Promise<Response> {
  const visit = { ...ceremonyVisit(request), appKey: request.services.appKey };
  return json(request, await passkeyToRegister(customerCtx(request), visit));
}

async function add(request: PageRequest): Promise<Response> {
  const { userAgent, ctx } = request;
  const form = await formOf(request);
  const visit = { ...ceremonyVisit(request), userAgent };
  const result = await refusalOf(() => registerPasskey(customerCtx(request), visit, singleValues(form)));
  if ('refusal' in result) {
    const { name } = words[ctx.language];
    return show(request, fieldValue(form, 'name'), formErrors(request, result.refusal, { name }));
  }
  const { codes } = result.done;
  const next = `${SECURITY}?ok=passkey`;
  if (!codes) return redirect(request, next);
  return page(
    request,
    <CodesPage frame={frameOf(request)} codes={codes} {...loginOf(request)} next={next} />,
  );
}

async function remove(request: PageRequest): Promise<Response> {
  const visit = { sessionId: sessionIdOf(request) };
  await removePasskey(customerCtx(request), visit, singleValues(await formOf(request)));
  return redirect(request, `${SECURITY}?ok=passkey-entfernt`);
}
