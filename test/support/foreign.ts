import { randomUUID } from 'node:crypto';
import { DOCUMENT_ROLES } from '../../src/domain/documents/index.ts';
import { bookRide } from '../../src/features/couriers/index.ts';
import { storeDocument } from '../../src/features/documents/index.ts';
import { bookDropOff } from '../../src/features/drop-offs/index.ts';
import { askCarrier } from '../../src/features/help/index.ts';
import { bookPickup } from '../../src/features/pickups/index.ts';
import { setUpPlan } from '../../src/features/standing-pickups/index.ts';
import { saveTemplate } from '../../src/features/templates/index.ts';
import { invitePeople } from '../../src/features/users/index.ts';
import { transaction } from '../../src/platform/context.ts';
import type { TestApp } from './app.ts';
import { confirmedCtx, personIdFor } from './people.ts';

/** The firm that the things belong to, and somebody who may see all of them. */
export const FOREIGN_FIRM = { customer: 'D100002', email: 'admin@d100002.example' } as const;

/** A thing of that firm: how the addresses begin that name it, and what stands in them in place of the parameter. */
export interface ForeignThing {
  readonly addresses: string;
  readonly id: string;
}

/** Writes one thing of each kind that addresses name, so that its id is a real one and merely not the caller's. */
export async function foreignThings({ database, services }: TestApp): Promise<readonly ForeignThing[]> {
  const { owner } = database;
  const ctx = await confirmedCtx(database, services.jobs, FOREIGN_FIRM);
  const firm = ctx.customer.id;
  const one = async (sql: string, values: readonly unknown[] = [firm]) => {
    const [row] = await owner.sql<{ id: number }>(sql, values);
    if (!row) throw new Error(`no row: ${sql}`);
    return `${row.id}`;
  };
  const person = await personIdFor(database, 'mitarbeit@d100002.example');
  const address = await one(
    'select id from address where customer_id = $1 and is_pickup order by id limit 1',
  );
  const [order] = await bookPickup(ctx, {
    key: randomUUID(),
    slot: '2026-11-30T10:00',
    addressId: address,
    costCentreId: '',
    reference: '',
    driverHint: '',
  });
  const door = { recipient: 'R', street: 'S 1', postcode: '10117', city: 'Berlin' };
  const [ride] = await bookRide(ctx, {
    key: randomUUID(),
    from: door,
    to: door,
    content: 'C',
    kg: 1,
    length: 1,
    width: 1,
    height: 1,
    when: 'hour',
    slot: '2026-11-30T10:00',
  });
  const [dropOff] = await bookDropOff(ctx, {
    key: randomUUID(),
    kind: 'letters',
    site: 'DEPOT_KREUZBERG',
    slot: '2026-11-30T10:00',
    items: { LETTER_STD: { pieces: 500, grams: 20 } },
  });
  const plan = await setUpPlan(ctx, {
    key: randomUUID(),
    weekdays: ['1'],
    window: '12:00',
    addressId: address,
    onHoliday: 'skip',
    validFrom: '2026-11-30',
  });
  await invitePeople(
    ctx,
    { appKey: services.appKey },
    { emails: 'x@d100002.example', isAdmin: false, rights: [], language: 'de' },
  );
  const { number: inquiry } = await askCarrier(
    ctx,
    { appKey: services.appKey, clientAddress: '192.0.2.1' },
    { key: randomUUID(), topic: 'other', subject: 'x', message: 'x' },
  );
  const request = await one(
    `insert into member_request (customer_id, person_id, kind, right_name, created_at)
     values ($1, $2, 'right', 'orders.cancel', now()) returning id`,
    [firm, person],
  );
  const join = await one(
    `insert into registration_request (customer_number, customer_id, email, name, language, state, created_at)
     values ('D100002', $1, 'join@example.org', 'Jo In', 'de', 'join', now()) returning id`,
  );
  const contact = await one(
    `insert into contact_person (customer_id, name, role, phone, email) values ($1, 'N', '', '', '') returning id`,
  );
  const template = await saveTemplate(ctx, { number: order?.number, name: 'Foreign' });
  const bytes = Buffer.from('%PDF');
  const document = 'R-2026-999999';
  await transaction(ctx, (tx) =>
    storeDocument(tx, ctx, {
      kind: 'invoice',
      number: document,
      documentDate: Temporal.PlainDate.from('2026-11-02'),
      files: Object.fromEntries(DOCUMENT_ROLES.map((role) => [role, { name: `x.${role}`, bytes }])),
    }),
  );
  // the longer beginning first: "/konto/benutzer/" begins them all
  return [
    { addresses: '/hilfe/anfragen/:', id: inquiry },
    { addresses: '/abholungen/regelmaessig/:', id: plan.number },
    { addresses: '/api/v1/standing-pickups/:', id: plan.number },
    { addresses: '/auftraege/:', id: order?.number ?? '' },
    { addresses: '/freigaben/:', id: order?.number ?? '' },
    { addresses: '/kalender/termine/:', id: `${order?.number}.ics` },
    { addresses: '/rechnungen-und-berichte/:', id: document },
    { addresses: '/api/v1/documents/:', id: document },
    { addresses: '/einlieferungen/:', id: dropOff?.number ?? '' },
    { addresses: '/kuriere/:', id: ride?.number ?? '' },
    { addresses: '/api/v1/courier-rides/:', id: ride?.number ?? '' },
    { addresses: '/api/v1/drop-offs/:', id: dropOff?.number ?? '' },
    { addresses: '/api/v1/orders/:', id: order?.number ?? '' },
    { addresses: '/vorlagen/:', id: `${template.id}` },
    {
      addresses: '/konto/benutzer/einladungen/:',
      id: await one('select id from invitation where customer_id = $1'),
    },
    { addresses: '/konto/benutzer/anfragen/:', id: request },
    { addresses: '/konto/benutzer/beitritt/:', id: join },
    { addresses: '/konto/benutzer/:', id: `${person}` },
    { addresses: '/konto/stammdaten/anschriften/:', id: address },
    { addresses: '/konto/stammdaten/ansprechpersonen/:', id: contact },
    {
      addresses: '/konto/stammdaten/kostenstellen/:',
      id: await one('select id from cost_centre where customer_id = $1 order by id limit 1'),
    },
  ];
}
