import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Database, Transaction } from '../../platform/db/database.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter, type LetterPart } from '../../platform/mail/letter.ts';
import type { Letter, Mailer } from '../../platform/mail/mail.ts';
import { type MandateOccasion, mandateLetter } from './jobs.ts';
import { letterWords } from './letter-words.ts';
import { MANDATE_PATH } from './paths.ts';
import { findMandate, letterRecipients, type MandateRow, namesFor } from './queries.ts';
import { maskedIban } from './view.ts';
import { words } from './words.ts';

export interface LetterServices {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  /** Public address without a trailing slash. */
  readonly publicUrl: string;
}

/** Writes to whoever did it and to the firm's main contact, each in their language. */
export function mandateHandlers(services: LetterServices): readonly JobHandler[] {
  return [
    handlerFor(mandateLetter, async (job, id) => {
      const loaded = await services.db.transaction(job.customerId, (tx) => load(tx, job));
      if (!loaded) return;
      for (const recipient of loaded.recipients) {
        const letter = write(services, { ...loaded, occasion: job.occasion, recipient });
        await services.mailer.send(letter, `${id}-${recipient.id}`);
      }
    }),
  ];
}

type Recipient = Awaited<ReturnType<typeof letterRecipients>>[number];

async function load(tx: Transaction, job: { reference: string; personId: number | null }) {
  const mandate = await findMandate(tx, job.reference);
  if (!mandate) return undefined;
  const names = await namesFor(tx, job.personId);
  return { mandate, names, recipients: await letterRecipients(tx, job.personId) };
}

function write(
  services: LetterServices,
  about: NonNullable<Awaited<ReturnType<typeof load>>> & { occasion: MandateOccasion; recipient: Recipient },
): Letter {
  const { carrier, publicUrl } = services;
  const { mandate, names, occasion, recipient } = about;
  const { language } = recipient;
  const t = letterWords[language];
  const { reference } = mandate;
  const service = `${t.phone} ${carrier.phone} (${carrier.phoneHours[language]})`;
  return composeLetter({
    to: recipient.email,
    subject: t[occasion].subject({ reference }),
    greeting: t.greeting({ name: recipient.name }),
    parts: [
      {
        kind: 'paragraph',
        text: t[occasion].opening({ customer: names.customer, person: names.person ?? carrier.name }),
      },
      facts(mandate, language),
      ...(occasion !== 'revoked' && mandate.scheme === 'B2B'
        ? [{ kind: 'paragraph' as const, text: t.lodge }]
        : []),
      { kind: 'link', text: t.show, href: publicUrl + MANDATE_PATH },
      { kind: 'paragraph', text: t.notYou({ phone: carrier.phone }) },
    ],
    signature: [t.closing, carrier.name, service],
  });
}

/** What the letter says about the account: enough to recognize it. */
function facts(mandate: MandateRow, language: Recipient['language']): LetterPart {
  const t = letterWords[language];
  return {
    kind: 'facts',
    facts: [
      [t.reference, mandate.reference],
      [t.iban, maskedIban(mandate, language).masked],
      [t.holder, mandate.holder],
      [t.scheme, words[language].schemes[mandate.scheme]],
      [t.creditorId, mandate.creditor_id],
    ],
  };
}
