import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type Person, personTransaction } from '../../platform/person-scope.ts';
import { isWantedByDefault } from '../customers/index.ts';
import {
  type OwnMembership,
  ownActions,
  ownLetters,
  ownMemberships,
  ownMentions,
  ownOrders,
  ownPerson,
  ownSecurity,
} from './queries.ts';

/** Raised when a program that reads the file would have to know. */
const FORMAT = 'kundenportal-own-data/1';

/**
 * Everything that is kept about the acting person (GDPR, articles 15 and 20), to be written as JSON. Of other firms
 * than the one acted for it says when the person did what, not what the firm knows: such a firm may ask for more at
 * its door than this one.
 *
 * Refuses with `not-signed-in` for anybody but a person.
 */
export async function exportOwnData(ctx: CustomerCtx) {
  const { about, firms } = await personTransaction(ctx, async (tx, person) => {
    const found = await aboutPerson(tx, person);
    await audit(tx, ctx, { action: 'own-data.export', object: `person/${person.personId}` });
    return { about: found, firms: await ownMemberships(tx, person.personId) };
  });
  const customers = [];
  for (const firm of firms) customers.push(await aboutFirm(ctx, firm));
  return { format: FORMAT, createdAt: ctx.now, ...about, customers };
}

async function aboutPerson(tx: Transaction, { personId }: Person) {
  const found = await ownPerson(tx, personId);
  if (!found) return refuse({ code: 'not-signed-in' });
  const { name, email, language, createdAt, ...chosen } = found;
  return {
    person: { name, email, language, createdAt },
    // who never chose gets all letters but those about what went as planned
    notifications: Object.fromEntries(
      Object.entries(chosen).map(([kind, wanted]) => [kind, wanted ?? isWantedByDefault(kind)]),
    ),
    security: await ownSecurity(tx, personId),
    letters: await ownLetters(tx, email),
  };
}

async function aboutFirm(ctx: CustomerCtx, firm: OwnMembership) {
  const membership = {
    number: firm.customer_number,
    name: firm.customer_name,
    isAdmin: firm.is_admin,
    rights: firm.rights,
    isMainContact: firm.is_main_contact,
    isActive: firm.is_active,
    lastSignInAt: firm.last_sign_in_at,
    ordersNeedApproval: firm.orders_need_approval,
  };
  return ctx.db.transaction(firm.customer_id, async (tx) => {
    const { personId, email } = ctx.actor.kind === 'person' ? ctx.actor : refuse({ code: 'not-signed-in' });
    const orders = await ownOrders(tx, personId);
    const actions = await ownActions(tx, personId);
    if (firm.customer_id !== ctx.customer.id) {
      return {
        ...membership,
        orders: orders.map(({ number, placedAt }) => ({ number, placedAt })),
        actions: actions.map(({ at, action }) => ({ at, action })),
      };
    }
    return { ...membership, orders, actions, ...(await ownMentions(tx, personId, email)) };
  });
}
