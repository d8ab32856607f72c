import { DOCUMENT_ROLES } from '../../../domain/documents/index.ts';
import { formatsFor } from '../../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../../platform/jobs/jobs.ts';
import { composeLetter } from '../../../platform/mail/letter.ts';
import type { Letter } from '../../../platform/mail/mail.ts';
import { signatureOf } from '../../sign-in/index.ts';
import { documentCopy } from '../jobs.ts';
import { factsOf, type LetterServices } from '../letter-parts.ts';
import { letterWords } from '../letter-words.ts';
import { documentHref } from '../paths.ts';
import { type DocumentFacts, documentFacts } from '../queries.ts';
import { words } from '../words.ts';
import { attachmentsOf, type Delivery, findDelivery, noteAttempt } from './queries.ts';

/** In a mail files grow by a third, and many servers stop at ten megabytes. Above it the letter has only the link. */
const MOST_ATTACHED = 7 * 1024 * 1024;

/**
 * Sends one copy. A job that runs twice finds the letter sent under its key. What the mail server will never take is
 * noted and given up; anything else is noted and tried again by the queue.
 */
export function copyHandler(
  services: LetterServices & { readonly clock: () => Temporal.Instant },
): JobHandler {
  const { db, mailer, clock } = services;
  return handlerFor(documentCopy, async ({ customerId, deliveryId, round }) => {
    const loaded = await db.transaction(customerId, async (tx) => {
      const delivery = await findDelivery(tx, deliveryId);
      // a clerk has sent it again meanwhile: that is another job
      if (!delivery || delivery.round !== round || delivery.state === 'sent') return undefined;
      const document = await documentFacts(tx, delivery.documentId);
      const files = await attachmentsOf(tx, delivery.documentId, DOCUMENT_ROLES, MOST_ATTACHED);
      return document && { delivery, document, files };
    });
    if (!loaded) return;
    const attempts = loaded.delivery.attempts + 1;
    const note = (state: 'sent' | 'failed', problem: string | null) =>
      db.transaction(customerId, (tx) =>
        noteAttempt(tx, deliveryId, { state, problem, attempts, at: clock() }),
      );
    try {
      await mailer.send(write(services, loaded), `document-copy-${deliveryId}-${round}`);
    } catch (error) {
      await note('failed', problemOf(error));
      if (isFinal(error)) return;
      throw error;
    }
    await note('sent', null);
  });
}

interface Loaded {
  readonly delivery: Delivery;
  readonly document: DocumentFacts;
  readonly files: Awaited<ReturnType<typeof attachmentsOf>>;
}

function write({ carrier, publicUrl }: LetterServices, { delivery, document, files }: Loaded): Letter {
  const language = delivery.language ?? 'de';
  const t = letterWords[language];
  const letter = composeLetter({
    to: delivery.address,
    subject: t.copySubject({
      kind: words[language].kinds[document.kind],
      number: document.number,
      customer: document.customerName,
    }),
    greeting: t.greetingNobody,
    parts: [
      {
        kind: 'paragraph',
        text: (files.length > 0 ? t.copyAttached : t.copyLinked)({
          customer: document.customerName,
          number: document.customerNumber,
        }),
      },
      factsOf(document, formatsFor(language, carrier.timeZone)),
      ...(files.length > 0
        ? [
            {
              kind: 'paragraph' as const,
              text: t.attached({ names: files.map(({ name }) => name).join(', ') }),
            },
          ]
        : []),
      { kind: 'link', text: t.show, href: publicUrl + documentHref(document.number) },
      { kind: 'paragraph', text: t.whyCopy },
    ],
    signature: signatureOf(carrier, language),
  });
  return {
    ...letter,
    attachments: files.map(({ name, mediaType, bytes }) => ({ name, type: mediaType, bytes })),
  };
}

/** 5xx of SMTP: the address does not exist, the mail is not wanted. Trying again would be rude and in vain. */
const isFinal = (error: unknown) => Number((error as { responseCode?: unknown }).responseCode) >= 500;

const problemOf = (error: unknown) => String((error as Error).message ?? error).slice(0, 300);
