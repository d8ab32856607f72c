import { formatsFor } from '../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter } from '../../platform/mail/letter.ts';
import { passwordChanged } from './jobs.ts';
import { type LetterServices, signatureOf } from './letter-services.ts';
import { letterWords } from './letter-words.ts';
import { findPerson } from './queries.ts';

/** Tells a person that their password was changed, in case it was not they who did it. */
export function passwordChangedHandler(services: LetterServices): JobHandler {
  return handlerFor(passwordChanged, async ({ customerId, personId, at }, id) => {
    const { db, mailer, carrier, publicUrl } = services;
    const person = await db.transaction(customerId, (tx) => findPerson(tx, personId));
    // they may have left the firm meanwhile
    if (!person) return;
    const t = letterWords[person.language];
    const when = formatsFor(person.language, carrier.timeZone).dateTime(Temporal.Instant.from(at));
    const letter = composeLetter({
      to: person.email,
      subject: t.changed.subject,
      greeting: t.greeting(person),
      parts: [
        { kind: 'paragraph', text: t.changed.opening({ at: when }) },
        { kind: 'paragraph', text: t.changed.ended },
        { kind: 'paragraph', text: t.changed.notYou },
        { kind: 'link', text: t.changed.link, href: `${publicUrl}/passwort-vergessen` },
      ],
      signature: signatureOf(carrier, person.language),
    });
    await mailer.send(letter, id);
  });
}
