import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Database } from '../../platform/db/database.ts';
import { handlerFor, type JobHandler, type Jobs } from '../../platform/jobs/jobs.ts';
import type { Mailer } from '../../platform/mail/mail.ts';
import { wantsLetters } from '../customers/index.ts';
import { noticeLetter, queueNotices, remindOfDeadlines } from './jobs.ts';
import { letterKindOf, writeNoticeLetter } from './letter.ts';
import {
  forgetNotices,
  noticesOf,
  recipientOf,
  type StoredNotice,
  takeToQueue,
  writeReminders,
} from './queries.ts';

export interface NoticeServices {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  readonly clock: () => Temporal.Instant;
  /** For links in letters; without a trailing slash. */
  readonly publicUrl: string;
}

/** A deadline is near from here on. */
const REMIND_HOURS = 24;
const KEPT_DAYS = 180;
/** At once; the rest a minute later. */
const MOST_QUEUED = 1000;

export function noticeHandlers(services: NoticeServices): readonly JobHandler[] {
  const { db, clock } = services;
  return [
    handlerFor(queueNotices, () => queueLetters(services)),
    handlerFor(remindOfDeadlines, async () => {
      const now = clock();
      await writeReminders(db, now, REMIND_HOURS);
      await forgetNotices(db, now.subtract({ hours: 24 * KEPT_DAYS }));
      await queueLetters(services);
    }),
    handlerFor(noticeLetter, (job, id) => send(services, job, id)),
  ];
}

/** Marks what is new as queued and queues one letter per person, in one transaction: each notice is in one letter. */
async function queueLetters({ db, jobs, clock }: NoticeServices): Promise<void> {
  await db.transaction(undefined, async (tx) => {
    const taken = await takeToQueue(tx, clock(), MOST_QUEUED);
    const people = Map.groupBy(taken, ({ customer_id, person_id }) => `${customer_id} ${person_id}`);
    for (const [first, ...others] of people.values()) {
      if (!first) continue;
      await jobs.enqueue(tx, noticeLetter, {
        customerId: first.customer_id,
        personId: first.person_id,
        ids: [first, ...others].map(({ id }) => id).sort((a, b) => a - b),
      });
    }
  });
}

async function send(
  { db, mailer, carrier, publicUrl }: NoticeServices,
  job: { customerId: number; personId: number; ids: number[] },
  key: string,
): Promise<void> {
  const loaded = await db.transaction(job.customerId, async (tx) => {
    const recipient = await recipientOf(tx, job.personId);
    if (!recipient) return undefined;
    const wanted: StoredNotice[] = [];
    for (const notice of await noticesOf(tx, job.personId, job.ids)) {
      const kind = letterKindOf(notice, recipient);
      if (kind && (await wantsLetters(tx, job.personId, kind))) wanted.push(notice);
    }
    return { recipient, wanted };
  });
  // whoever it was for has left the firm meanwhile, or wants no such letters
  if (!loaded || loaded.wanted.length === 0) return;
  await mailer.send(writeNoticeLetter(loaded, { carrier, publicUrl }), key);
}
