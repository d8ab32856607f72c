import type { Carrier } from '../../../platform/carrier/carrier.ts';
import type { Database } from '../../../platform/db/database.ts';
import { formatsFor } from '../../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../../platform/jobs/jobs.ts';
import { composeLetter } from '../../../platform/mail/letter.ts';
import type { Mailer } from '../../../platform/mail/mail.ts';
import { companyChangeAnswered, companyChangeRequested } from './jobs.ts';
import { letterWords } from './letter-words.ts';
import { findRequest } from './queries.ts';
import { COMPANY } from './view.ts';

interface LetterServices {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  /** Public address without a trailing slash. */
  readonly publicUrl: string;
}

/** The letters about requests for another name: to the carrier in German, to whoever asked in their language. */
export function companyHandlers(services: LetterServices): readonly JobHandler[] {
  return [
    handlerFor(companyChangeRequested, (job, id) => tellCarrier(services, job, id)),
    handlerFor(companyChangeAnswered, (job, id) => tellPerson(services, job, id)),
  ];
}

type About = { customerId: number; requestId: number };

const load = ({ db }: LetterServices, { customerId, requestId }: About) =>
  db.transaction(customerId, (tx) => findRequest(tx, requestId));

async function tellCarrier(services: LetterServices, job: About, key: string): Promise<void> {
  const { carrier, mailer } = services;
  const request = await load(services, job);
  // withdrawn before the letter went out
  if (!request || request.answer) return;
  const t = letterWords.de;
  const formats = formatsFor('de', carrier.timeZone);
  const letter = composeLetter({
    to: carrier.email,
    subject: t.requested.subject({ number: request.number }),
    greeting: t.requested.greeting,
    parts: [
      { kind: 'paragraph', text: t.requested.opening },
      {
        kind: 'facts',
        facts: [
          [t.number, request.number],
          [t.currentName, request.currentName],
          [t.newName, request.newName],
          [t.validFrom, formats.longDate(request.validFrom)],
          [t.reason, request.reason],
          [t.person, [request.personName, request.personEmail].filter(Boolean).join(', ')],
        ],
      },
      { kind: 'paragraph', text: t.requested.howTo },
      { kind: 'code', text: `bin/portal company-changes accept ${job.requestId} --clerk "…"` },
    ],
    signature: [t.portal, carrier.name],
  });
  await mailer.send(letter, key);
}

async function tellPerson(services: LetterServices, job: About, key: string): Promise<void> {
  const { carrier, mailer, publicUrl } = services;
  const request = await load(services, job);
  // whoever asked may have left the firm meanwhile
  if (!request?.personEmail || !request.language || !request.answer || request.answer === 'withdrawn') return;
  const t = letterWords[request.language];
  const answered = t[request.answer];
  const letter = composeLetter({
    to: request.personEmail,
    subject: answered.subject({ number: request.number }),
    greeting: t.greeting({ name: request.personName ?? '' }),
    parts: [
      { kind: 'paragraph', text: answered.opening({ newName: request.newName }) },
      ...(request.answerNote ? [{ kind: 'paragraph' as const, text: request.answerNote }] : []),
      { kind: 'link', text: t.show, href: publicUrl + COMPANY },
    ],
    signature: [
      t.closing,
      carrier.name,
      `${t.phone} ${carrier.phone} (${carrier.phoneHours[request.language]})`,
    ],
  });
  await mailer.send(letter, key);
}
