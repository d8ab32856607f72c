import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { RIGHTS } from '../../domain/rights.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type Ctx, type Customer, requireCarrier } from '../../platform/context.ts';
import { customerNumber, emailAddress, parseInput, requiredText, text } from '../../platform/input.ts';
import {
  insertAddresses,
  insertContacts,
  insertCostCentres,
  insertCustomer,
  insertMemberships,
  insertPeople,
} from './queries.ts';

const Address = z.object({
  label: requiredText(60),
  recipient: requiredText(200),
  street: requiredText(200),
  postcode: requiredText(10),
  city: requiredText(100),
  uses: z.array(z.enum(['billing', 'delivery', 'pickup'])),
  contactName: text(200).default(''),
  contactPhone: text(60).default(''),
  driverHint: text(500).default(''),
});

const CostCentre = z.object({ code: requiredText(20), name: requiredText(100) });

const Person = z.object({
  email: emailAddress,
  name: requiredText(200),
  language: z.enum(['de', 'en']),
  isAdmin: z.boolean(),
  isMainContact: z.boolean(),
  rights: z.array(z.enum(RIGHTS)),
  /** Never the password itself. Somebody who acts for another firm already keeps theirs. */
  passwordHash: z.string().startsWith('$argon2id$'),
});

const areDistinct = (values: readonly string[]) => new Set(values).size === values.length;

/**
 * A new firm with its places, its accounts and the people who act for it. A firm without people registers itself:
 * then the carrier's own contacts say who may.
 */
export const RegisterCustomer = z
  .object({
    number: customerNumber,
    name: requiredText(200),
    addresses: z.array(Address).min(1),
    costCentres: z.array(CostCentre).refine((centres) => areDistinct(centres.map(({ code }) => code))),
    /** E-mails in the carrier's books: whoever reads one of them belongs to the firm. */
    contacts: z.array(emailAddress.toLowerCase()).max(20).default([]),
    people: z
      .array(Person)
      .refine((people) => areDistinct(people.map(({ email }) => email.toLowerCase())))
      // Without an administrator nobody could ever give a right away, without a main contact no letter has an address.
      .refine((people) => people.length === 0 || people.some(({ isAdmin }) => isAdmin), {
        params: { problem: 'required' },
      })
      .refine(
        (people) => people.length === 0 || people.filter(({ isMainContact }) => isMainContact).length === 1,
        { params: { problem: 'required' } },
      ),
  })
  .refine(({ people, contacts }) => people.length > 0 || contacts.length > 0, {
    path: ['people'],
    params: { problem: 'required' },
  });
export type RegisterCustomer = z.input<typeof RegisterCustomer>;

/**
 * Enters a firm with its addresses, cost centres and people. Runs on a connection of the owner: the portal's own
 * role may not create firms or people.
 * @param input see {@link RegisterCustomer}
 *
 * Refuses with `not-found` for anybody but the carrier, `invalid` (also for a number that is taken).
 */
export async function registerCustomer(ctx: Ctx, input: unknown): Promise<Customer> {
  requireCarrier(ctx);
  const { number, name, addresses, costCentres, contacts, people } = parseInput(RegisterCustomer, input);
  return ctx.db.transaction(undefined, async (tx) => {
    const id = await insertCustomer(tx, { number, name, created_at: ctx.now });
    if (id === undefined) refuse({ code: 'invalid', fields: [{ field: 'number', problem: 'not-offered' }] });
    const customer = { id, number, name };
    await insertAddresses(tx, id, addresses);
    await insertCostCentres(tx, id, costCentres);
    await insertContacts(tx, id, contacts);
    const personIds = await insertPeople(tx, people, ctx.now);
    const members = people.flatMap((person) => {
      const personId = personIds.get(person.email.toLowerCase());
      return personId === undefined ? [] : [{ ...person, personId }];
    });
    await insertMemberships(tx, id, members);
    await audit(
      tx,
      { ...ctx, customer },
      {
        action: 'customer.register',
        object: number,
        after: { name, people: people.map(({ email, isAdmin, rights }) => ({ email, isAdmin, rights })) },
      },
    );
    return customer;
  });
}
