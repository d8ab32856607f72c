import { formatsFor } from '../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter } from '../../platform/mail/letter.ts';
import type { Letter } from '../../platform/mail/mail.ts';
import { wantsLetters } from '../customers/index.ts';
import { signatureOf } from '../sign-in/index.ts';
import { copyHandler } from './delivery/send-copy.ts';
import { type InboxServices, inboxHandler } from './import/inbox.ts';
import { documentArrived } from './jobs.ts';
import { factsOf, type LetterServices } from './letter-parts.ts';
import { letterWords } from './letter-words.ts';
import { documentHref } from './paths.ts';
import { type DocumentFacts, documentFacts, peopleWhoSee } from './queries.ts';
import { words } from './words.ts';

/** Tells everybody who may see the firm's documents and wants to know, each in their language; sends copies; takes in what was dropped. */
export function documentHandlers(services: LetterServices & InboxServices): readonly JobHandler[] {
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
    copyHandler(services),
    inboxHandler(services),
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
