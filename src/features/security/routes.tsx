import {
  customerCtx,
  deviceCookie,
  deviceTokenOf,
  formOf,
  frameOf,
  type PageRequest,
  page,
  type Route,
  redirect,
  sessionIdOf,
  singleValues,
} from '../../web/index.ts';
import { forgetDevice, trustDevice } from '../devices/index.ts';
import { endAllOthers, endOneSession } from './end-sessions.ts';
import { SecurityPage } from './pages/security-page.tsx';
import { DEVICES, REQUIREMENT, SECURITY, SESSIONS } from './paths.ts';
import { readSecurity } from './read-security.ts';
import { requireSecondFactor } from './require-second-factor.ts';
import { securityView } from './view.ts';
import { type Done, words } from './words.ts';

export const securityRoutes: readonly Route[] = [
  { method: 'GET', path: SECURITY, access: 'signed-in', handle: show },
  { method: 'POST', path: `${SESSIONS}/beenden`, access: 'signed-in', confirm: true, handle: endOne },
  { method: 'POST', path: `${SESSIONS}/alle-beenden`, access: 'signed-in', confirm: true, handle: endOthers },
  { method: 'POST', path: DEVICES, access: 'signed-in', confirm: true, handle: trust },
  { method: 'POST', path: `${DEVICES}/vergessen`, access: 'signed-in', handle: forget },
  { method: 'POST', path: REQUIREMENT, access: 'admin', confirm: true, handle: changeRequirement },
];

async function show(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const security = await readSecurity(customerCtx(request), { deviceToken: deviceTokenOf(request) });
  const view = securityView(security, frame.formats, sessionIdOf(request));
  return page(request, <SecurityPage frame={frame} view={view} done={doneOf(request)} />);
}

function doneOf(request: PageRequest): Done | undefined {
  const said = request.url.searchParams.get('ok') ?? '';
  return Object.hasOwn(words.de.done, said) ? (said as Done) : undefined;
}

const back = (request: PageRequest, done: Done) => redirect(request, `${SECURITY}?ok=${done}`);

async function endOne(request: PageRequest): Promise<Response> {
  await endOneSession(customerCtx(request), singleValues(await formOf(request)));
  return back(request, 'sitzung');
}

async function endOthers(request: PageRequest): Promise<Response> {
  await endAllOthers(customerCtx(request), { sessionId: sessionIdOf(request) });
  return back(request, 'sitzungen');
}

async function trust(request: PageRequest): Promise<Response> {
  const { userAgent, clientAddress } = request;
  const browser = { userAgent, clientAddress, deviceToken: deviceTokenOf(request) };
  const token = await trustDevice(customerCtx(request), browser);
  const response = back(request, 'vertraut');
  response.headers.append('set-cookie', deviceCookie(request, token));
  return response;
}

async function forget(request: PageRequest): Promise<Response> {
  await forgetDevice(customerCtx(request), singleValues(await formOf(request)));
  return back(request, 'vergessen');
}

async function changeRequirement(request: PageRequest): Promise<Response> {
  await requireSecondFactor(customerCtx(request), singleValues(await formOf(request)));
  return back(request, 'pflicht');
}
