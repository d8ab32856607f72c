import { formatsFor } from '../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter } from '../../platform/mail/letter.ts';
import { type LetterServices, oneTimeHash, signatureOf } from '../sign-in/index.ts';
import { makeStaffOneTimePassword } from './accounts/one-time.ts';
import { findStaff } from './accounts/queries.ts';
import { staffFactorChanged, staffInvited } from './jobs.ts';
import { letterWords } from './letter-words.ts';
import { OWN_ACCESS, STAFF_SIGN_IN } from './paths.ts';

/** A one-time password is made when its letter is written, so that it stands nowhere but there. */
export function staffHandlers(services: LetterServices): readonly JobHandler[] {
  const { db, mailer, carrier, clock, publicUrl } = services;
  return [
    handlerFor(staffInvited, async ({ staffId }, id) => {
      const made = await db.deskTransaction(async (tx) => {
        const account = await findStaff(tx, staffId);
        if (!account?.isActive) return undefined;
        return { account, ...(await makeStaffOneTimePassword(tx, staffId, clock())) };
      });
      if (!made) return;
      const { account, secret, expiresAt } = made;
      const { language } = account;
      const t = letterWords[language];
      const letter = composeLetter({
        to: account.email,
        subject: t.subject({ carrier: carrier.name }),
        greeting: t.greeting(account),
        parts: [
          { kind: 'paragraph', text: t.opening },
          { kind: 'code', text: secret },
          {
            kind: 'facts',
            facts: [
              [t.email, account.email],
              [t.until, formatsFor(language, carrier.timeZone).dateTime(expiresAt)],
            ],
          },
          { kind: 'paragraph', text: t.how },
          { kind: 'link', text: t.link, href: publicUrl + STAFF_SIGN_IN.signIn },
          { kind: 'paragraph', text: t.notYou },
        ],
        signature: signatureOf(carrier, language),
      });
      // Another secret is another letter: under the same key the mailer would hold the new one back.
      await mailer.send(letter, `${id}.${oneTimeHash(secret).toString('hex', 0, 4)}`);
    }),
    handlerFor(staffFactorChanged, async ({ staffId, what, at }, id) => {
      const account = await db.deskTransaction((tx) => findStaff(tx, staffId));
      if (!account) return;
      const { language } = account;
      const t = letterWords[language];
      const when = formatsFor(language, carrier.timeZone).dateTime(Temporal.Instant.from(at));
      const letter = composeLetter({
        to: account.email,
        subject: t.factor[what].subject({ carrier: carrier.name }),
        greeting: t.greeting(account),
        parts: [
          { kind: 'paragraph', text: t.factor[what].opening },
          { kind: 'facts', facts: [[t.factor.at, when]] },
          { kind: 'paragraph', text: t.factor.notYou },
          { kind: 'link', text: t.factor.link, href: publicUrl + OWN_ACCESS },
        ],
        signature: signatureOf(carrier, language),
      });
      await mailer.send(letter, id);
    }),
  ];
}
