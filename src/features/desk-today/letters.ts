import type { Transaction } from '../../platform/db/database.ts';
import { type Formats, formatsFor } from '../../platform/i18n/index.ts';
import { jobCtx } from '../../platform/job-context.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter, type LetterPart } from '../../platform/mail/letter.ts';
import { addressLines, findOrder, mailRecipient, orderHref } from '../orders/index.ts';
import { choicesFor, rebookHref } from '../rebooking/index.ts';
import type { JobServices } from './job-services.ts';
import { findUnconfirmed, orderFailed, orderReopened } from './jobs.ts';
import { letterWords } from './letter-words.ts';
import { markUnconfirmed } from './mark-unconfirmed.ts';
import { findOutcome } from './queries.ts';
import { REASON_TEXTS } from './reason-words.ts';

export function dayHandlers(services: JobServices): readonly JobHandler[] {
  return [
    handlerFor(orderFailed, (job, id) => send(services, job, 'failed', id)),
    handlerFor(orderReopened, (job, id) => send(services, job, 'reopened', id)),
    handlerFor(findUnconfirmed, async (_, id) => {
      await markUnconfirmed(jobCtx(services, id));
    }),
  ];
}

/**
 * Tells whoever placed the order, or else the main contact, what became of it. No preference keeps this letter back:
 * who waits for a driver in vain has to know.
 */
async function send(
  services: JobServices,
  job: { customerId: number; number: string },
  occasion: 'failed' | 'reopened',
  key: string,
): Promise<void> {
  const { carrier, mailer, publicUrl } = services;
  const loaded = await services.db.transaction(job.customerId, (tx) => load(tx, job.number));
  if (!loaded) return;
  const { found, outcome, recipient } = loaded;
  // taken back before the letter was written: then there is nothing to tell
  if (occasion === 'failed' && found.order.status !== 'failed') return;
  const { language } = recipient;
  const formats = formatsFor(language, carrier.timeZone);
  const t = letterWords[language];
  const { number } = job;
  const parts: LetterPart[] = [
    { kind: 'paragraph', text: t[occasion].opening },
    { kind: 'facts', facts: facts(found, occasion === 'failed' ? outcome : undefined, formats) },
    ...(occasion === 'failed'
      ? [
          { kind: 'paragraph', text: outcome?.is_charged ? t.failed.charged : t.failed.free } as const,
          { kind: 'paragraph', text: t.failed.choices } as const,
          ...choicesFor(found.order.service_code).map(
            (choice) =>
              ({
                kind: 'link',
                text: t.choice[choice],
                href: `${publicUrl}${rebookHref(number, choice)}`,
              }) as const,
          ),
        ]
      : []),
    { kind: 'link', text: t.show({ number }), href: `${publicUrl}${orderHref(number)}` },
  ];
  const letter = composeLetter({
    to: recipient.email,
    subject: t[occasion].subject({ number }),
    greeting: t.greeting({ name: recipient.name }),
    parts,
    signature: [t.closing, carrier.name, `${t.phone} ${carrier.phone} (${carrier.phoneHours[language]})`],
  });
  await mailer.send(letter, key);
}

async function load(tx: Transaction, number: string) {
  const found = await findOrder(tx, number);
  if (!found) return undefined;
  const { id, placed_by: placedBy } = found.order;
  const recipient =
    (placedBy === null ? undefined : await mailRecipient(tx, placedBy)) ??
    (await mailRecipient(tx, undefined));
  return recipient && { found, recipient, outcome: await findOutcome(tx, id) };
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

function facts({ order }: Loaded['found'], outcome: Loaded['outcome'], formats: Formats): [string, string][] {
  const { language } = formats;
  const t = letterWords[language];
  const window = formats.window(order.window_starts, order.window_ends);
  const all: [string, string][] = [
    [t.number, order.number],
    [t.service, order.service_name[language]],
    [t.when, `${formats.longDate(order.service_date)}, ${window}`],
    [t.where, addressLines(order.address)],
    [t.reason, outcome?.reason ? REASON_TEXTS[outcome.reason][language] : ''],
    [t.note, outcome?.note ?? ''],
  ];
  return all.filter(([, value]) => value !== '');
}
