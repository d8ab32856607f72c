import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Database } from '../../platform/db/database.ts';
import { type Formats, formatsFor } from '../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter, type LetterPart } from '../../platform/mail/letter.ts';
import type { Letter, Mailer } from '../../platform/mail/mail.ts';
import { wantsLetters } from '../customers/index.ts';
import { signatureOf } from '../sign-in/index.ts';
import { documentArrived } from './jobs.ts';
import { letterWords } from './letter-words.ts';
import { documentHref } from './paths.ts';
import { periodText } from './period.ts';
import { type DocumentFacts, documentFacts, peopleWhoSee } from './queries.ts';
import { words } from './words.ts';

export interface LetterServices {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  /** Public address without a trailing slash. */
  readonly publicUrl: string;
}

/** Tells everybody who may see the firm's documents and wants to know, each in their language. */
export function documentHandlers(services: LetterServices): readonly JobHandler[] {
  return [
    handlerFor(documentArrived, async ({ customerId, documentId }, id) => {
      const loaded = await services.db.transaction(customerId, async (tx) => {
        const document = await documentFacts(tx, documentId);
        const wanting: Recipient[] = [];
        for (const person of await peopleWhoSee(tx)) {
          if (await wantsLetters(tx, person.id, 'newDocuments')) wanting.push(person);
        }
        return document && { document, wanting };
      });
      for (const person of loaded?.wanting ?? []) {
        await services.mailer.send(
          write(services, loaded?.document as DocumentFacts, person),
          `${id}-${person.id}`,
        );
      }
    }),
  ];
}

type Recipient = Awaited<ReturnType<typeof peopleWhoSee>>[number];

function write({ carrier, publicUrl }: LetterServices, document: DocumentFacts, person: Recipient): Letter {
  const { language } = person;
  const t = letterWords[language];
  return composeLetter({
    to: person.email,
    subject: t.subject({ kind: words[language].kinds[document.kind], number: document.number }),
    greeting: t.greeting({ name: person.name }),
    parts: [
      {
        kind: 'paragraph',
        text: t.opening({ customer: document.customerName, number: document.customerNumber }),
      },
      factsOf(document, formatsFor(language, carrier.timeZone)),
      { kind: 'link', text: t.show, href: publicUrl + documentHref(document.number) },
      { kind: 'paragraph', text: t.whyYou },
    ],
    signature: signatureOf(carrier, language),
  });
}

/** What a letter says about a document. */
export function factsOf(document: DocumentFacts, formats: Formats): LetterPart {
  const t = letterWords[formats.language];
  const { period_from: from, period_to: to, gross_cents: gross, due_on: due } = document;
  return {
    kind: 'facts',
    facts: [
      [t.kind, words[formats.language].kinds[document.kind]],
      [t.number, document.number],
      ...(document.title ? [[t.about, document.title] as const] : []),
      ...(from && to ? [[t.period, periodText({ from, to }, formats)] as const] : []),
      [t.date, formats.shortDate(document.document_date)],
      ...(gross === null ? [] : [[t.gross, formats.money(gross)] as const]),
      ...(due === null ? [] : [[t.due, formats.shortDate(due)] as const]),
    ],
  };
}
