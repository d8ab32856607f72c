import { type PageRequest, redirect } from '../../web/index.ts';
import { interrupted, withOnward } from './onward.ts';
import { LANGUAGE, SIGN_IN, SIGN_IN_STEPS, SIGN_OUT } from './paths.ts';
import { signInForm } from './sign-in-form.tsx';

/** Forms of the frame and of this folder: worth nothing to anybody once the session is gone. */
const NOT_RESUMED: readonly string[] = [SIGN_OUT, LANGUAGE, ...Object.values(SIGN_IN_STEPS)];

/**
 * Answers a request that needs a session and has none (any more). A page is come back to after signing in; a form
 * keeps what was typed into it, and is sent again only when the person says so.
 */
export async function showSignIn(request: PageRequest): Promise<Response> {
  if (NOT_RESUMED.some((path) => isUnder(path, request.url.pathname))) return redirect(request, SIGN_IN);
  const onward = await interrupted(request);
  if (request.method !== 'POST') return redirect(request, withOnward(SIGN_IN, onward));
  return signInForm(request, { onward, notice: onward.isLost ? 'form-lost' : 'form-kept' }, 401);
}

const isUnder = (path: string, address: string) => address === path || address.startsWith(`${path}/`);
