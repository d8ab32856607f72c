import type { Decision } from '../../domain/orders/index.ts';
import { holds, knownRights } from '../../domain/rights.ts';
import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Database } from '../../platform/db/database.ts';
import { type Formats, formatsFor } from '../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter, type LetterPart } from '../../platform/mail/letter.ts';
import type { Mailer } from '../../platform/mail/mail.ts';
import { type LetterKind, wantsLetters } from '../customers/index.ts';
import { type FoundOrder, findOrder, letterOrders, mailRecipient, orderParts } from '../orders/index.ts';
import { signatureOf } from '../sign-in/index.ts';
import { approvalLetter, decisionLetter } from './jobs.ts';
import { letterWords } from './letter-words.ts';
import { approverOf, stillWaiting } from './queries.ts';

export interface LetterServices {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  /** Public address without a trailing slash. */
  readonly publicUrl: string;
}

/** Asks whoever may approve, and tells whoever ordered what was decided; each in their language. */
export function letterHandlers(services: LetterServices): readonly JobHandler[] {
  return [
    handlerFor(approvalLetter, (job, id) => ask(services, job, id)),
    handlerFor(decisionLetter, (job, id) => tell(services, job, id)),
  ];
}

/** Leads to each order in one click; a letter never decides by itself, because programs follow links, too. */
async function ask(
  { db, mailer, carrier, publicUrl }: LetterServices,
  job: { customerId: number; numbers: string[]; personId: number },
  key: string,
): Promise<void> {
  const loaded = await db.transaction(job.customerId, async (tx) => {
    const recipient = await approverOf(tx, job.personId);
    const waiting = await stillWaiting(tx, job.numbers);
    const [first] = waiting;
    // decided meanwhile, or no longer theirs to decide
    if (
      !recipient ||
      !first ||
      !holds({ ...recipient, rights: knownRights(recipient.rights) }, 'orders.approve')
    )
      return undefined;
    const numbers = waiting.map(({ number }) => number);
    return { recipient, first, waiting, numbers, orders: await letterOrders(tx, numbers) };
  });
  if (!loaded) return;
  const { recipient, first, waiting, numbers, orders } = loaded;
  const formats = formatsFor(recipient.language, carrier.timeZone);
  const t = letterWords[recipient.language];
  const net = waiting.reduce((sum, order) => sum + order.net, 0);
  const letter = composeLetter({
    to: recipient.email,
    subject: t.wanted.subject({ numbers: numbers.join(', '), net: formats.money(net) }),
    greeting: t.greeting({ name: recipient.name }),
    parts: [
      {
        kind: 'paragraph',
        text: t.wanted.opening({
          name: first.placedByName ?? t.wanted.somebody,
          until: first.approveUntil ? formats.dateTime(first.approveUntil) : '',
        }),
      },
      ...orders.flatMap((order) => orderParts(order, formats, publicUrl, 'waiting')),
    ],
    signature: signatureOf(carrier, recipient.language),
  });
  await mailer.send(letter, key);
}

const LETTER_KINDS: Readonly<Record<Decision, LetterKind>> = {
  approved: 'orderConfirmations',
  declined: 'statusChanges',
  expired: 'statusChanges',
};

async function tell(
  { db, mailer, carrier, publicUrl }: LetterServices,
  job: { customerId: number; number: string; decision: Decision; personId: number | null },
  key: string,
): Promise<void> {
  const loaded = await db.transaction(job.customerId, async (tx) => {
    const recipient = await mailRecipient(tx, job.personId ?? undefined);
    if (!recipient || !(await wantsLetters(tx, recipient.id, LETTER_KINDS[job.decision]))) return undefined;
    const found = await findOrder(tx, job.number);
    return found && { recipient, found, orders: await letterOrders(tx, [job.number], 1) };
  });
  // whoever ordered has left the firm meanwhile, or wants no such letters
  if (!loaded) return;
  const { recipient, found, orders } = loaded;
  const formats = formatsFor(recipient.language, carrier.timeZone);
  const t = letterWords[recipient.language];
  const occasion = job.decision === 'approved' ? 'placed' : 'cancelled';
  const letter = composeLetter({
    to: recipient.email,
    subject: t[job.decision].subject({ number: job.number }),
    greeting: t.greeting({ name: recipient.name }),
    parts: [
      ...whatWasDecided(job.decision, found, formats),
      ...orders.flatMap((order) => orderParts(order, formats, publicUrl, occasion)),
    ],
    signature: signatureOf(carrier, recipient.language),
  });
  await mailer.send(letter, key);
}

function whatWasDecided(decision: Decision, { order, events }: FoundOrder, formats: Formats): LetterPart[] {
  const t = letterWords[formats.language];
  const name = events.findLast(({ kind }) => kind === decision)?.personName ?? t.colleague;
  if (decision === 'approved') return [{ kind: 'paragraph', text: t.approved.opening({ name }) }];
  if (decision === 'expired') {
    const until = order.approve_until ? formats.dateTime(order.approve_until) : '';
    return [{ kind: 'paragraph', text: t.expired.opening({ until }) }];
  }
  return [
    { kind: 'paragraph', text: t.declined.opening({ name }) },
    { kind: 'facts', facts: [[t.declined.reason, order.decline_reason ?? '']] },
  ];
}
