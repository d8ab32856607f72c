import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MONDAY } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import type { Ctx } from '../../platform/context.ts';
import { query } from '../../platform/db/database.ts';
import { type RegisterCustomer, registerCustomer } from './index.ts';

const database = await testDatabase();
const { app, owner } = database;
const carrier = carrierCtx({ db: owner });
const HASH = '$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaGhhc2g';

const person: RegisterCustomer['people'][number] = {
  email: 'chefin@firma.example',
  name: 'Ada Bühler',
  language: 'de',
  isAdmin: true,
  isMainContact: true,
  rights: [],
  passwordHash: HASH,
};
const firm = (changes: Partial<RegisterCustomer> = {}): RegisterCustomer => ({
  number: 'D200001',
  name: 'Firma Muster',
  addresses: [
    {
      label: 'Büro',
      recipient: 'Firma Muster',
      street: 'Weg 1',
      postcode: '10115',
      city: 'Berlin',
      uses: ['billing', 'pickup'],
    },
  ],
  costCentres: [{ code: '1', name: 'Alles' }],
  people: [person],
  ...changes,
});
const peopleOf = (customerId: number) =>
  owner.all(
    query
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select([
        'p.id',
        'p.email',
        'p.name',
        'p.password_hash',
        'm.is_admin',
        'm.is_main_contact',
        'm.rights',
        'm.is_active',
      ])
      .where('m.customer_id', '=', customerId)
      .orderBy('p.id'),
  );

describe('entering a firm', () => {
  it('writes the firm with everything that belongs to it, and who did it', async () => {
    const customer = await registerCustomer(
      carrier,
      firm({
        number: ' d 200 001 ',
        people: [
          person,
          {
            ...person,
            email: 'post@firma.example',
            isAdmin: false,
            isMainContact: false,
            rights: ['orders.place'],
          },
        ],
      }),
    );
    assert.deepEqual({ ...customer, id: 0 }, { id: 0, number: 'D200001', name: 'Firma Muster' });
    const [address] = await owner.all(
      query.selectFrom('address').selectAll().where('customer_id', '=', customer.id),
    );
    assert.deepEqual(
      [
        address?.is_billing,
        address?.is_delivery,
        address?.is_pickup,
        address?.contact_name,
        address?.driver_hint,
      ],
      [true, false, true, '', ''],
    );
    assert.deepEqual(
      (await peopleOf(customer.id)).map(({ email, is_admin, is_main_contact, rights, is_active }) => ({
        email,
        is_admin,
        is_main_contact,
        rights,
        is_active,
      })),
      [
        { email: 'chefin@firma.example', is_admin: true, is_main_contact: true, rights: [], is_active: true },
        {
          email: 'post@firma.example',
          is_admin: false,
          is_main_contact: false,
          rights: ['orders.place'],
          is_active: true,
        },
      ],
    );
    const [entry] = await owner.all(
      query.selectFrom('audit_entry').selectAll().where('object', '=', 'D200001'),
    );
    assert.deepEqual(
      [entry?.customer_id, entry?.actor_kind, entry?.person_id, entry?.action, `${entry?.at}`],
      [customer.id, 'carrier', null, 'customer.register', `${MONDAY}`],
    );
    assert.doesNotMatch(JSON.stringify(entry?.after), /argon2/);
  });

  it('leaves somebody who acts for another firm already as they are, password and all', async () => {
    const [known] = await owner.all(
      query.selectFrom('person').selectAll().where('email', '=', 'admin@d100001.example'),
    );
    const customer = await registerCustomer(
      carrier,
      firm({
        number: 'D200002',
        people: [{ ...person, email: 'Admin@D100001.example', name: 'Somebody else' }],
      }),
    );
    const [member, ...more] = await peopleOf(customer.id);
    assert.equal(more.length, 0);
    assert.deepEqual(
      [member?.id, member?.email, member?.name, member?.password_hash],
      [known?.id, known?.email, known?.name, known?.password_hash],
    );
  });

  it('is for the carrier alone', async () => {
    const admin = await ctxFor({ db: owner });
    const visitor: Ctx = { ...carrier, actor: { kind: 'visitor' } };
    await assertUnchanged(database, async () => {
      for (const ctx of [admin, visitor]) {
        await assertRefused(registerCustomer(ctx, firm({ number: 'D200003' })), { code: 'not-found' });
      }
      // and on the connection of the portal the database says no, even to the carrier
      await assert.rejects(registerCustomer(carrierCtx({ db: app }), firm({ number: 'D200003' })), {
        code: '42501',
      });
    });
  });

  it('refuses a number that is taken, and writes nothing', async () => {
    await assertUnchanged(database, () =>
      assertRefused(registerCustomer(carrier, firm({ number: 'D100001' })), {
        code: 'invalid',
        fields: [{ field: 'number', problem: 'not-offered' }],
      }),
    );
  });

  it('gives a number to one of two who want it at once', async () => {
    const all = await Promise.allSettled([
      registerCustomer(carrier, firm({ number: 'D200004' })),
      registerCustomer(carrier, firm({ number: 'D200004' })),
    ]);
    assert.deepEqual(all.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  });

  const wrong: Record<
    string,
    [Partial<Record<keyof RegisterCustomer, unknown>>, field: string, problem: string]
  > = {
    'no number': [{ number: undefined }, 'number', 'required'],
    'a number of the wrong form': [{ number: '200001' }, 'number', 'not-a-customer-number'],
    'no name': [{ name: ' \u200b' }, 'name', 'required'],
    'a long name': [{ name: 'x'.repeat(201) }, 'name', 'too-long'],
    'no address': [{ addresses: [] }, 'addresses', 'too-small'],
    'an address of another kind': [{ addresses: 'Büro' }, 'addresses', 'unreadable'],
    nobody: [{ people: [] }, 'people', 'required'],
    'nobody who administers': [{ people: [{ ...person, isAdmin: false }] }, 'people', 'required'],
    'no main contact': [{ people: [{ ...person, isMainContact: false }] }, 'people', 'required'],
    'two main contacts': [
      { people: [person, { ...person, email: 'b@firma.example' }] },
      'people',
      'required',
    ],
    'one person twice': [
      { people: [person, { ...person, email: 'CHEFIN@firma.example', isMainContact: false }] },
      'people',
      'unreadable',
    ],
    'a right that there is not': [
      { people: [{ ...person, rights: ['everything'] }] },
      'people.0.rights.0',
      'unknown',
    ],
    'a password instead of its hash': [
      { people: [{ ...person, passwordHash: 'secret' }] },
      'people.0.passwordHash',
      'unreadable',
    ],
    'no e-mail': [{ people: [{ ...person, email: 'x' }] }, 'people.0.email', 'not-an-email'],
    'one cost centre twice': [
      {
        costCentres: [
          { code: '1', name: 'a' },
          { code: '1', name: 'b' },
        ],
      },
      'costCentres',
      'unreadable',
    ],
  };
  for (const [name, [changes, field, problem]] of Object.entries(wrong)) {
    it(`refuses ${name}`, async () => {
      const input = { ...firm({ number: 'D200005' }), ...changes };
      await assertUnchanged(database, () =>
        registerCustomer(carrier, input).then(
          () => assert.fail('it was accepted'),
          ({ refusal }) =>
            assert.deepEqual(
              refusal.fields.map((one: { field: string; problem: string }) => [one.field, one.problem]),
              [[field, problem]],
            ),
        ),
      );
    });
  }
});
