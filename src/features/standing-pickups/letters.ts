import { occurrences } from '../../domain/recurrence/index.ts';
import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Database, Transaction } from '../../platform/db/database.ts';
import { type Formats, formatsFor } from '../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter, type LetterPart } from '../../platform/mail/letter.ts';
import type { Letter, Mailer } from '../../platform/mail/mail.ts';
import { readCatalogue } from '../catalogue/index.ts';
import { wantsLetters } from '../customers/index.ts';
import { addressLines, mailRecipient } from '../orders/index.ts';
import { planLetter } from './jobs.ts';
import { letterWords } from './letter-words.ts';
import { planHref } from './paths.ts';
import { isOpenFor, SERVICE, type StoredPlan } from './plan.ts';
import { findPlan } from './queries.ts';

export interface LetterServices {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  readonly clock: () => Temporal.Instant;
  /** Public address without a trailing slash. */
  readonly publicUrl: string;
}

type Job = NonNullable<(typeof planLetter)['payload']>;

/** Writes to whoever did it, in their language; to the main contact when nobody did. */
export function letterHandlers(services: LetterServices): readonly JobHandler[] {
  return [
    handlerFor(planLetter, async (job, id) => {
      const loaded = await services.db.transaction(job.customerId, (tx) => load(tx, services, job));
      if (loaded) await services.mailer.send(write(services, job, loaded), id);
    }),
  ];
}

/** So many dates give the picture. */
const DATES_SHOWN = 6;
const DAYS_AHEAD = 60;

async function load(tx: Transaction, { clock, carrier }: LetterServices, job: Job) {
  const plan = await findPlan(tx, { number: job.number });
  const recipient =
    (await mailRecipient(tx, job.personId ?? undefined)) ?? (await mailRecipient(tx, undefined));
  const kind = job.occasion === 'set-up' ? 'orderConfirmations' : 'statusChanges';
  if (!plan || !recipient || !(await wantsLetters(tx, recipient.id, kind))) return undefined;
  const now = clock();
  const catalogue = await readCatalogue(tx, { now, timeZone: carrier.timeZone, serviceCodes: [SERVICE] });
  const today = now.toZonedDateTimeISO(carrier.timeZone).toPlainDate();
  const first = plan.versions[0]?.from ?? today;
  const from = Temporal.PlainDate.compare(first, today) > 0 ? first : today;
  const next = occurrences(plan, isOpenFor(catalogue, plan), { from, until: from.add({ days: DAYS_AHEAD }) })
    .filter(({ fate, date }) => fate === 'due' && Temporal.PlainDate.compare(date, today) >= 0)
    .slice(0, DATES_SHOWN);
  return { plan, recipient, next, today };
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

function write({ carrier, publicUrl }: LetterServices, job: Job, loaded: Loaded): Letter {
  const { plan, recipient, next } = loaded;
  const { language } = recipient;
  const t = letterWords[language];
  const formats = formatsFor(language, carrier.timeZone);
  const about = job.about ? formats.longDate(Temporal.PlainDate.from(job.about)) : '';
  return composeLetter({
    to: recipient.email,
    subject: t[job.occasion].subject({ number: plan.number }),
    greeting: t.greeting({ name: recipient.name }),
    parts: [
      { kind: 'paragraph', text: t[job.occasion].opening({ date: about }) },
      ...blockedParts(job, formats),
      planFacts(plan, loaded.today, formats),
      {
        kind: 'facts',
        title: t.next,
        facts:
          next.length === 0
            ? [['', t.none]]
            : next.map(({ date, window }): [string, string] => [
                formats.longDate(date),
                formats.window(window.starts, window.ends),
              ]),
      },
      ...(job.occasion === 'ended' ? [] : [{ kind: 'paragraph' as const, text: t.deadline }]),
      { kind: 'link', text: t.show, href: publicUrl + planHref(plan.number) },
    ],
    signature: [t.closing, carrier.name, `${t.phone} ${carrier.phone} (${carrier.phoneHours[language]})`],
  });
}

/** Which dates found no place, or did in the end. */
function blockedParts({ blocked, occasion }: Job, formats: Formats): LetterPart[] {
  if (blocked.length === 0) return [];
  const t = letterWords[formats.language];
  const days = blocked.map((date) => formats.longDate(Temporal.PlainDate.from(date))).join('; ');
  const isFreed = occasion === 'freed';
  return [
    { kind: 'facts', facts: [[isFreed ? t.freedDays : t.blockedDays, days]] },
    ...(isFreed ? [] : [{ kind: 'paragraph' as const, text: t.blockedText }]),
  ];
}

/** What the plan says now, or when it begins. */
function planFacts(plan: StoredPlan, today: Temporal.PlainDate, formats: Formats): LetterPart {
  const t = letterWords[formats.language];
  const newest = plan.versions.at(-1);
  const from = formats.longDate(plan.versions[0]?.from ?? today);
  return {
    kind: 'facts',
    facts: [
      [t.number, plan.number],
      ...(newest
        ? ([
            [t.weekdays, newest.weekdays.map((day) => formats.weekday(day)).join(', ')],
            [t.window, formats.window(newest.window.starts, newest.window.ends)],
            [t.where, addressLines(newest.address)],
          ] as [string, string][])
        : []),
      [t.span, plan.until ? t.fromUntil({ from, until: formats.longDate(plan.until) }) : t.from({ from })],
    ],
  };
}
