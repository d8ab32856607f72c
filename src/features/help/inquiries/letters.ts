import type { Carrier } from '../../../platform/carrier/carrier.ts';
import type { Database } from '../../../platform/db/database.ts';
import { formatsFor } from '../../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../../platform/jobs/jobs.ts';
import { composeLetter, type LetterPart } from '../../../platform/mail/letter.ts';
import type { Mailer } from '../../../platform/mail/mail.ts';
import { CONTACT, inquiryHref } from '../paths.ts';
import { inquiryAnswered, inquiryReceived } from './jobs.ts';
import { letterWords } from './letter-words.ts';
import { inquiryForLetter } from './queries.ts';

interface LetterServices {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  /** Public address without a trailing slash. */
  readonly publicUrl: string;
}

/** The letters about questions, to whoever asked and in their language. */
export function inquiryHandlers(services: LetterServices): readonly JobHandler[] {
  return [
    handlerFor(inquiryReceived, (job, id) => confirm(services, job.number, id)),
    handlerFor(inquiryAnswered, (job, id) => bringAnswer(services, job, id)),
  ];
}

type Found = NonNullable<Awaited<ReturnType<typeof inquiryForLetter>>>;

async function confirm(services: LetterServices, number: string, key: string): Promise<void> {
  const found = await services.db.deskTransaction((tx) => inquiryForLetter(tx, number));
  const to = found && recipientOf(found);
  if (!found || !to) return;
  const t = letterWords[to.language];
  const formats = formatsFor(to.language, services.carrier.timeZone);
  const isVisitor = found.customerId === null;
  await send(services, key, to, t.received.subject({ number }), [
    { kind: 'paragraph', text: t.received.opening },
    ...(found.dueAt
      ? [{ kind: 'paragraph' as const, text: t.received.promise({ at: formats.dateTime(found.dueAt) }) }]
      : []),
    {
      kind: 'facts',
      facts: [
        [t.number, number],
        // a stranger's words do not reach a mailbox through us
        ...(isVisitor ? [] : [[t.about, found.subject] as const]),
      ],
    },
    isVisitor
      ? { kind: 'paragraph', text: t.received.noMistake }
      : { kind: 'link', text: t.show, href: services.publicUrl + inquiryHref(number) },
  ]);
}

async function bringAnswer(
  services: LetterServices,
  job: { number: string; messageId: number },
  key: string,
): Promise<void> {
  const found = await services.db.deskTransaction((tx) => inquiryForLetter(tx, job.number, job.messageId));
  const to = found && recipientOf(found);
  if (!found?.message || !to) return;
  const t = letterWords[to.language];
  const { number, subject, message } = found;
  await send(services, key, to, t.answered.subject({ number, subject }), [
    { kind: 'paragraph', text: t.answered.opening({ author: message.author }) },
    ...paragraphs(message.body),
    ...(found.customerId === null
      ? ([
          { kind: 'paragraph', text: t.answered.goOn },
          { kind: 'link', text: t.form, href: services.publicUrl + CONTACT },
        ] as const)
      : ([{ kind: 'link', text: t.show, href: services.publicUrl + inquiryHref(number) }] as const)),
  ]);
}

const paragraphs = (body: string): LetterPart[] =>
  body.split(/\n\s*\n/).map((text) => ({ kind: 'paragraph', text }));

/** Whoever asked; undefined when they have left and nobody is there to write to. */
function recipientOf(found: Found) {
  if (found.customerId === null) {
    return { name: found.visitorName ?? '', email: found.visitorEmail ?? '', language: found.askedIn };
  }
  const { personName: name, personEmail: email, personLanguage: language } = found;
  if (!name || !email || !language || email.endsWith('@deleted.invalid')) return undefined;
  return { name, email, language };
}

async function send(
  { mailer, carrier }: LetterServices,
  key: string,
  to: NonNullable<ReturnType<typeof recipientOf>>,
  subject: string,
  parts: readonly LetterPart[],
): Promise<void> {
  const t = letterWords[to.language];
  const letter = composeLetter({
    to: to.email,
    subject,
    greeting: t.greeting({ name: to.name }),
    parts,
    signature: [t.closing, carrier.name, `${t.phone} ${carrier.phone} (${carrier.phoneHours[to.language]})`],
  });
  await mailer.send(letter, key);
}
