import type { Carrier } from '../../platform/carrier/carrier.ts';
import { type Database, query } from '../../platform/db/database.ts';
import { formatsFor } from '../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter } from '../../platform/mail/letter.ts';
import type { Mailer } from '../../platform/mail/mail.ts';
import { securityChanged } from './jobs.ts';
import { words } from './words.ts';

interface LetterServices {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  /** Public address without a trailing slash; never taken from a request, whose host anybody can invent. */
  readonly publicUrl: string;
}

/** Writes to the person whose way of signing in has changed, in their language. */
export function securityHandlers(services: LetterServices): readonly JobHandler[] {
  const { db, mailer, carrier, publicUrl } = services;
  return [
    handlerFor(securityChanged, async ({ customerId, personId, what, at }, id) => {
      const person = await db.transaction(customerId, (tx) =>
        tx.first(query.selectFrom('person').select(['name', 'email', 'language']).where('id', '=', personId)),
      );
      // they may have left the firm meanwhile
      if (!person) return;
      const t = words[person.language];
      const formats = formatsFor(person.language, carrier.timeZone);
      const letter = composeLetter({
        to: person.email,
        subject: t.what[what].subject,
        greeting: t.greeting(person),
        parts: [
          { kind: 'paragraph', text: t.what[what].opening },
          { kind: 'facts', facts: [[t.at, formats.dateTime(Temporal.Instant.from(at))]] },
          { kind: 'paragraph', text: t.notYou },
          { kind: 'link', text: t.link, href: `${publicUrl}/konto/sicherheit` },
        ],
        signature: [
          t.closing,
          carrier.name,
          `${t.phone} ${carrier.phone} (${carrier.phoneHours[person.language]})`,
        ],
      });
      await mailer.send(letter, id);
    }),
  ];
}
