import { randomUUID } from 'node:crypto';
import { Refused } from '../../src/domain/refusal.ts';
import { bookPickup } from '../../src/features/pickups/index.ts';
import type { CustomerCtx } from '../../src/platform/context.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { openJobs } from '../../src/platform/jobs/jobs.ts';
import { workOn } from './work-on.ts';

/** So many firms book at once in this process. */
const AT_ONCE = 4;

/** One of several processes in which many firms want the same windows: the verb of the portal, without its pages. */
workOn<'bookPickups'>(async ({ url, firms, slots }) => {
  const db = openDatabase({ url, maxConnections: AT_ONCE });
  const jobs = await openJobs({
    url,
    onError: (error) => {
      throw error;
    },
  });
  const began = performance.now();
  const booked: string[] = [];
  const keys: string[] = [];
  let full = 0;
  let next = 0;
  const work = async () => {
    for (let index = next++; index < firms.length; index = next++) {
      const firm = firms[index];
      if (!firm) return;
      const ctx: CustomerCtx = {
        actor: { kind: 'carrier', name: 'bench' },
        customer: { id: firm.id, number: firm.number, name: firm.number },
        grants: { isAdmin: false, rights: [] },
        language: 'de',
        now: Temporal.Now.instant(),
        timeZone: 'Europe/Berlin',
        requestId: 'bench',
        db,
        jobs,
      };
      for (const slot of slots) {
        try {
          const key = randomUUID();
          const placed = await bookPickup(ctx, { key, slot, addressId: firm.addressId });
          booked.push(...placed.map(({ number }) => number));
          keys.push(key);
        } catch (error) {
          if (!(error instanceof Refused) || error.refusal.code !== 'slot-full') throw error;
          full += 1;
        }
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const seconds = (performance.now() - began) / 1000;
  await jobs.stop();
  await db.close();
  return { booked, keys, full, seconds };
});
