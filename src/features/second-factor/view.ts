import type { CustomerCtx } from '../../platform/context.ts';
import { actingPerson, personTransaction } from '../../platform/person-scope.ts';
import { type QrPath, qrPath } from '../../platform/qr.ts';
import { pendingSecret } from './begin-totp.ts';
import { findTotp } from './queries.ts';
import { appAddress, inGroups } from './totp.ts';

/** What a person needs to bring the secret into their app. */
export interface SetUpView {
  /** There is an app already, which the new one will replace. */
  readonly replaces: boolean;
  /** Absent until a secret was asked for. */
  readonly secret?: { readonly inGroups: string; readonly address: string; readonly qr: QrPath } | undefined;
}

/** The set-up of the acting person's app as it stands. */
export async function setUpView(
  ctx: CustomerCtx,
  services: { readonly appKey: string; readonly carrier: { readonly name: string } },
): Promise<SetUpView> {
  const secret = await pendingSecret(ctx, services);
  const replaces = await personTransaction(ctx, async (tx, { personId }) =>
    Boolean((await findTotp(tx, personId))?.secret),
  );
  if (secret === undefined) return { replaces };
  const login = { issuer: `Kundenportal ${services.carrier.name}`, label: actingPerson(ctx).email };
  return { replaces, secret: shownSecret(secret, login) };
}

/** A secret in every form in which it gets into an app. */
export function shownSecret(
  secret: string,
  login: { readonly issuer: string; readonly label: string },
): NonNullable<SetUpView['secret']> {
  const address = appAddress(secret, login);
  return { inGroups: inGroups(secret), address, qr: qrPath(address) };
}
