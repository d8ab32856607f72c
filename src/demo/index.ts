import { hashPassword } from '../features/sign-in/index.ts';
import { findCarrier } from '../platform/carrier/carrier.ts';
import type { Ctx } from '../platform/context.ts';
import type { Database } from '../platform/db/database.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import { issueDemoCode } from './issue-demo-code.ts';
import { loadApproval } from './load-approval.ts';
import { hasSampleServices, loadCatalogue } from './load-catalogue.ts';
import { loadCourierRides } from './load-courier-rides.ts';
import { loadCustomers } from './load-customers.ts';
import { loadDay } from './load-day.ts';
import { loadDropOffs } from './load-drop-offs.ts';
import { loadFaq } from './load-faq.ts';
import { loadInvoices } from './load-invoices.ts';
import { loadOrders } from './load-orders.ts';
import { loadStaff } from './load-staff.ts';
import { loadStandingPickups } from './load-standing-pickups.ts';
import { loadVolumes } from './load-volumes.ts';
import { readOldNotices } from './queries.ts';

export { DEMO_PASSWORD } from './demo-password.ts';
export { DEMO_CLERKS, DEMO_STAFF } from './demo-staff.ts';
export { loadCatalogue } from './load-catalogue.ts';
export { loadFaq } from './load-faq.ts';

/**
 * Fills the demo: the sample carrier, its firms, and orders around the day of the first start. What is there
 * already stays as it is.
 */
export async function loadDemo(demo: {
  /** Enters the carrier and the firms, which the portal's own role may not. */
  owner: Database;
  /** Everything else goes through the portal's role, like the orders of real people. */
  db: Database;
  jobs: Jobs;
  now: Temporal.Instant;
  password: string;
  /** Seals the second factors of the clerks; without it the desk of the demo has none. */
  appKey?: string;
}): Promise<void> {
  const { owner, db, jobs, now, password, appKey } = demo;
  await loadCatalogue(owner);
  await loadFaq(owner, now);
  const carrier = await findCarrier(owner);
  if (!carrier) throw new Error('The sample carrier is missing after it was loaded');
  const ctx: Ctx = {
    actor: { kind: 'carrier', name: carrier.name },
    customer: undefined,
    grants: { isAdmin: false, rights: [] },
    language: 'de',
    now,
    timeZone: carrier.timeZone,
    requestId: 'demo',
    db: owner,
    jobs,
  };
  await loadCustomers(ctx, () => hashPassword(password));
  if (appKey !== undefined) await loadStaff(ctx, appKey, () => hashPassword(password));
  await issueDemoCode(ctx);
  await loadOrders({ ...ctx, db }, owner);
  // a demo that an earlier version began has the catalogue of then, and keeps what it has
  if (!(await hasSampleServices(owner))) return;
  await loadDropOffs({ ...ctx, db }, owner);
  await loadCourierRides({ ...ctx, db }, owner);
  await loadDay({ ...ctx, db }, owner);
  await loadStandingPickups({ ...ctx, db }, owner);
  await loadApproval({ ...ctx, db }, owner);
  await loadVolumes({ ...ctx, db }, owner);
  await loadInvoices({ ...ctx, db }, owner, { carrier, appKey: appKey ?? '' });
  await readOldNotices(owner, now.subtract({ hours: 48 }));
}
