import { type PageRequest, staffCtx } from '../../../web/index.ts';
import { type SetUpView, shownSecret } from '../../second-factor/index.ts';
import { actingStaff } from '../staff-scope.ts';
import { pendingStaffSecret } from './enrol.ts';

/**
 * The set-up of the acting member's app as it stands.
 * @param replaces there is an app already, which the new one will replace
 */
export async function staffSetUpView(request: PageRequest, replaces: boolean): Promise<SetUpView> {
  const ctx = staffCtx(request);
  const secret = await pendingStaffSecret(ctx, request.services);
  if (secret === undefined) return { replaces };
  const login = { issuer: `${request.services.carrier.name} Desk`, label: actingStaff(ctx).name };
  return { replaces, secret: shownSecret(secret, login) };
}
