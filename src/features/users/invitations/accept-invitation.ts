import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addressGroup } from '../../../platform/http/index.ts';
import { parseInput } from '../../../platform/input.ts';
import { isToken, tokenHash } from '../../../platform/sessions/index.ts';
import { countAttempt, type Limit } from '../../../platform/throttle/throttle.ts';
import { hashPassword, isEasyToGuess, SetNewPassword, verifyPassword } from '../../sign-in/index.ts';
import { findInvitationByToken, type InvitationByToken, useInvitation } from './queries.ts';
import { NewPerson } from './schemas.ts';

/** Per address and per invitation: enough for somebody who tries all their passwords. */
export const ACCEPT_LIMIT: Limit = { hits: 10, seconds: 15 * 60 };

/** From where somebody opens a link. */
export interface LinkVisit {
  readonly appKey: string;
  readonly clientAddress: string;
}

/** Who accepts: somebody with an account who has proved it, or somebody new. */
type Proof = { readonly known: number } | { readonly fresh: { name: string; passwordHash: string } };

/**
 * What an invitation says, for whoever has its link. Refuses with `link-expired` when it was used, withdrawn or
 * replaced by a newer letter, or has run out.
 */
export async function readInvitation(ctx: Ctx, token: string): Promise<InvitationByToken> {
  const invitation = isToken(token) && (await findInvitationByToken(ctx.db, tokenHash(token), ctx.now));
  return invitation || refuse({ code: 'link-expired' });
}

/**
 * Accepts an invitation. Somebody new chooses name and password; whoever has an account proves it with their
 * password, or by being signed in. Nothing is used up unless it succeeds. Signs nobody in: that goes the usual way,
 * with its second step.
 * @param input somebody new: `name` and `password`; else `password`
 * @returns the invitation that was accepted
 *
 * Refuses with `link-expired`, `account-exists` when an account came up meanwhile, `too-many-attempts`, `invalid`
 * (`wrong-password`, `too-short`, `too-long`, `common-password`).
 */
export async function acceptInvitation(
  ctx: Ctx,
  visit: LinkVisit,
  token: string,
  input: unknown,
): Promise<InvitationByToken> {
  const invitation = await readInvitation(ctx, token);
  await countAttempt(
    ctx.db,
    visit.appKey,
    `accept from ${addressGroup(visit.clientAddress)}`,
    ACCEPT_LIMIT,
    ctx.now,
  );
  await countAttempt(ctx.db, visit.appKey, `accept ${invitation.id}`, ACCEPT_LIMIT, ctx.now);
  const who = await proofOf(ctx, invitation, input);
  const { customer } = invitation;
  await ctx.db.transaction(customer.id, async (tx) => {
    const { outcome, personId } = await useInvitation(tx, { hash: tokenHash(token), now: ctx.now, who });
    if (outcome === 'gone') refuse({ code: 'link-expired' });
    if (outcome === 'account-exists' || personId === null) refuse({ code: 'account-exists' });
    const name = 'fresh' in who ? who.fresh.name : '';
    await audit(
      tx,
      { ...ctx, actor: { kind: 'person', personId, name, email: invitation.email }, customer },
      {
        action: 'user.join',
        object: `user/${personId}`,
        after: {
          invitation: invitation.id,
          isAdmin: invitation.isAdmin,
          rights: invitation.rights,
        },
      },
    );
  });
  return invitation;
}

async function proofOf(ctx: Ctx, invitation: InvitationByToken, input: unknown): Promise<Proof> {
  const { account, customer, email } = invitation;
  if (!account) {
    const { name, password } = parseInput(NewPerson.extend(SetNewPassword.shape), input);
    if (isEasyToGuess(password, { customerNumber: customer.number, email })) {
      refuse({ code: 'invalid', fields: [{ field: 'password', problem: 'common-password' }] });
    }
    return { fresh: { name, passwordHash: await hashPassword(password) } };
  }
  const isSignedIn = ctx.actor.kind === 'person' && ctx.actor.personId === account.personId;
  if (!isSignedIn) {
    const typed = (input as { password?: unknown }).password;
    const isRight = typeof typed === 'string' && (await verifyPassword(account.passwordHash, typed));
    if (!isRight) refuse({ code: 'invalid', fields: [{ field: 'password', problem: 'wrong-password' }] });
  }
  return { known: account.personId };
}
