import { formatsFor } from '../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter } from '../../platform/mail/letter.ts';
import { sendOneTimePassword } from './jobs.ts';
import { type LetterServices, signatureOf } from './letter-services.ts';
import { letterWords } from './letter-words.ts';
import { makeOneTimePassword, ONE_TIME_MINUTES, oneTimeHash } from './one-time-password.ts';
import { findPersonByEmail, storeOneTimePassword } from './queries.ts';

/**
 * Makes a one-time password for whoever has the address and sends it there; does nothing for an unknown address.
 * Only its hash is kept, so a job that runs again makes another one: the newest letter is the one that counts.
 */
export function oneTimePasswordHandler(services: LetterServices): JobHandler {
  return handlerFor(sendOneTimePassword, async ({ email }, id) => {
    const { db, mailer, carrier, clock, publicUrl } = services;
    const person = await findPersonByEmail(db, email);
    if (!person) return;
    const now = clock();
    const expiresAt = now.add({ minutes: ONE_TIME_MINUTES });
    const secret = makeOneTimePassword();
    const hash = oneTimeHash(secret);
    await storeOneTimePassword(db, { personId: person.id, hash, now, expiresAt });

    const t = letterWords[person.language];
    const letter = composeLetter({
      to: person.email,
      subject: t.oneTime.subject,
      greeting: t.greeting(person),
      parts: [
        { kind: 'paragraph', text: t.oneTime.opening },
        { kind: 'code', text: secret },
        {
          kind: 'facts',
          facts: [
            [t.oneTime.until, formatsFor(person.language, carrier.timeZone).dateTime(expiresAt)],
            [t.oneTime.numbers({ count: person.customerNumbers.length }), person.customerNumbers.join(', ')],
            [t.oneTime.email, person.email],
          ],
        },
        { kind: 'paragraph', text: t.oneTime.how },
        { kind: 'link', text: t.oneTime.link, href: `${publicUrl}/anmelden` },
        { kind: 'paragraph', text: t.oneTime.notYou },
      ],
      signature: signatureOf(carrier, person.language),
    });
    // Another secret is another letter: under the same key the mailer would hold the new one back.
    await mailer.send(letter, `${id}.${hash.toString('hex', 0, 4)}`);
  });
}
