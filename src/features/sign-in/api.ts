import { z } from 'zod';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { ABSOLUTE_DAYS, endSession, IDLE_MINUTES, type SessionStage } from '../../platform/sessions/index.ts';
import { apiRoute, bearerOf, closedObject, instant, noted } from '../../web/api.ts';
import { customerCtx, type PageRequest, type Route } from '../../web/index.ts';
import { SignIn } from './schemas.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

const SignInJson = closedObject({
  customerNumber: noted(
    SignIn.shape.customerNumber,
    { de: 'Kundennummer', en: 'Customer number' },
    { examples: ['D100001'] },
  ),
  email: noted(SignIn.shape.email, { de: 'E-Mail-Adresse', en: 'E-mail address' }, { format: 'email' }),
  password: noted(SignIn.shape.password, { de: 'Passwort', en: 'Password' }, { format: 'password' }),
});

const SessionJson = z.object({
  token: noted(z.string(), {
    de: 'Kommt bei jedem Aufruf mit: Authorization: Bearer …',
    en: 'Comes with every call: Authorization: Bearer …',
  }),
  expiresAt: noted(instant, {
    de: 'Dann endet die Sitzung in jedem Fall.',
    en: 'The session ends then in any case.',
  }),
  idleMinutes: noted(z.int(), {
    de: 'So viele Minuten ohne Aufruf beenden sie früher.',
    en: 'So many minutes without a call end it earlier.',
  }),
});

export const signInApi: readonly Route[] = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/session',
    access: 'public',
    api: {
      summary: { de: 'Anmelden', en: 'Sign in' },
      description: {
        de: 'Ein einmaliges Passwort wird abgelehnt und ist damit verbraucht: Vergeben Sie im Portal ein neues Passwort.',
        en: 'A one-time password is refused and used up by that: choose a new password in the portal.',
      },
      input: SignInJson,
      output: SessionJson,
      status: 201,
      refusals: [
        'wrong-credentials',
        'too-many-attempts',
        'password-change-required',
        'second-factor-required',
        'enrolment-required',
      ],
    },
    handle: (request, { input }) => begin(request, input),
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/v1/session',
    access: 'signed-in',
    api: { summary: { de: 'Abmelden', en: 'Sign out' } },
    handle: (request) =>
      signOut(customerCtx(request), bearerOf(request) ?? refuse({ code: 'not-signed-in' })),
  }),
];

/** What stands between a sign-in and a session that is good for calls; a new stage does not compile without it. */
const UNFINISHED: Readonly<Record<Exclude<SessionStage, 'full'>, Refusal>> = {
  'new-password': { code: 'password-change-required' },
  'second-factor': { code: 'second-factor-required' },
  enrol: { code: 'enrolment-required' },
};

/** A program cannot go on with an unfinished sign-in: its session ends before anybody has the token. */
async function begin(
  request: PageRequest,
  input: z.output<typeof SignInJson>,
): Promise<z.input<typeof SessionJson>> {
  const { ctx, services, clientAddress, userAgent } = request;
  const visit = { appKey: services.appKey, clientAddress, userAgent, presentedToken: undefined };
  const { token, stage } = await signIn(ctx, visit, input);
  if (stage !== 'full') {
    await endSession(services.db, token);
    refuse(UNFINISHED[stage]);
  }
  const expiresAt = ctx.now.add({ hours: ABSOLUTE_DAYS * 24 });
  return { token, expiresAt: expiresAt.toString(), idleMinutes: IDLE_MINUTES };
}
