import { formatsFor } from '../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter, type LetterPart } from '../../platform/mail/letter.ts';
import { newToken, tokenHash } from '../../platform/sessions/index.ts';
import { SIGN_IN, signatureOf } from '../sign-in/index.ts';
import { decisionHandler } from './decide.ts';
import { joinRequested, registrationLetter } from './jobs.ts';
import { letterWords } from './letter-words.ts';
import { confirmationHref } from './paths.ts';
import {
  findJoinRequest,
  findRegistration,
  peopleWhoInvite,
  type Registration,
  setConfirmationToken,
} from './queries.ts';
import type { RegistrationServices } from './services.ts';

/** The decision on registrations and the letters around it. */
export function registrationHandlers(services: RegistrationServices): readonly JobHandler[] {
  const { db, clock, carrier, mailer, publicUrl } = services;
  return [
    decisionHandler(services),

    handlerFor(registrationLetter, async ({ requestId, kind }, id) => {
      const registration = await findRegistration(db, requestId, clock());
      if (!registration) return;
      const { email, name, language } = registration;
      const t = letterWords[language];
      let parts: LetterPart[] = [];
      let key = id;
      if (kind === 'confirm') {
        // Another link is another letter: under the same key the mailer would hold the new one back.
        const token = newToken();
        if (!(await setConfirmationToken(db, requestId, tokenHash(token)))) return;
        key = `${id}.${tokenHash(token).toString('hex', 0, 4)}`;
        parts = confirmParts(services, registration, publicUrl + confirmationHref(token));
      } else {
        parts = plainParts(services, registration, kind);
      }
      const letter = composeLetter({
        to: email,
        subject: t[kind].subject,
        greeting: t.greeting({ name }),
        parts,
        signature: signatureOf(carrier, language),
      });
      await mailer.send(letter, key);
    }),

    handlerFor(joinRequested, async ({ customerId, requestId }, id) => {
      const { request, people } = await db.transaction(customerId, async (tx) => ({
        request: await findJoinRequest(tx, requestId),
        people: await peopleWhoInvite(tx),
      }));
      for (const person of request ? people : []) {
        const { name, email } = request as NonNullable<typeof request>;
        const t = letterWords[person.language];
        const letter = composeLetter({
          to: person.email,
          subject: t.join.subject({ name }),
          greeting: t.greeting(person),
          parts: [
            { kind: 'paragraph', text: t.join.opening({ name }) },
            {
              kind: 'facts',
              facts: [
                [t.name, name],
                [t.email, email],
              ],
            },
            { kind: 'paragraph', text: t.join.warning },
            { kind: 'link', text: t.join.link, href: `${publicUrl}/konto/benutzer/beitritt/${requestId}` },
            { kind: 'paragraph', text: t.join.everybody },
          ],
          signature: signatureOf(carrier, person.language),
        });
        await mailer.send(letter, `${id}.${person.id}`);
      }
    }),
  ];
}

function confirmParts(
  { carrier }: RegistrationServices,
  { customer, expiresAt, language }: Registration,
  href: string,
): LetterPart[] {
  const t = letterWords[language];
  const firm = { customer: customer?.name ?? '', number: customer?.number ?? '' };
  const until = expiresAt && formatsFor(language, carrier.timeZone).dateTime(expiresAt);
  return [
    { kind: 'paragraph', text: t.confirm.opening(firm) },
    { kind: 'paragraph', text: t.confirm.password },
    { kind: 'link', text: t.confirm.link, href },
    { kind: 'facts', facts: [[t.confirm.until, until ?? '']] },
    { kind: 'paragraph', text: t.notYou },
  ];
}

function plainParts(
  { publicUrl }: RegistrationServices,
  { customer, customerNumber: number, language }: Registration,
  kind: 'received' | 'member' | 'declined' | 'taken' | 'completed',
): LetterPart[] {
  const t = letterWords[language];
  const paragraph = (text: string): LetterPart => ({ kind: 'paragraph', text });
  const signIn = (text: string): LetterPart => ({ kind: 'link', text, href: publicUrl + SIGN_IN });
  switch (kind) {
    case 'received':
      return [paragraph(t.received.opening({ number })), paragraph(t.received.next), paragraph(t.notYou)];
    case 'member':
      return [paragraph(t.member.opening({ number })), paragraph(t.member.next), signIn(t.member.link)];
    case 'declined':
      return [paragraph(t.declined.opening({ number })), paragraph(t.declined.next)];
    case 'taken':
      return [paragraph(t.taken.opening({ number }))];
    case 'completed':
      return [
        paragraph(t.completed.opening({ customer: customer?.name ?? '', number })),
        signIn(t.completed.link),
        paragraph(t.completed.notYou),
      ];
  }
}
