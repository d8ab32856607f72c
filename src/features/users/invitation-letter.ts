import { formatsFor } from '../../platform/i18n/index.ts';
import type { LetterPart } from '../../platform/mail/letter.ts';
import { newToken, tokenHash } from '../../platform/sessions/index.ts';
import type { LetterServices } from '../sign-in/index.ts';
import { findOpenInvitation, invitationHost, setInvitationToken } from './invitations/queries.ts';
import { letterWords } from './letter-words.ts';
import { ownFirm } from './members/queries.ts';
import { invitationHref } from './paths.ts';
import { grantsInWords } from './rights-words.ts';
import { paragraph, sendLetter } from './send-letter.ts';

/** Makes the link, keeps its hash and sends it. A job that runs again makes another one: the newest letter counts. */
export async function sendInvitation(
  services: LetterServices,
  job: { customerId: number; invitationId: number },
  key: string,
): Promise<void> {
  const { db, carrier, publicUrl } = services;
  const token = newToken();
  const hash = tokenHash(token);
  const found = await db.transaction(job.customerId, async (tx) => {
    const invitation = await findOpenInvitation(tx, job.invitationId);
    if (!invitation) return undefined;
    await setInvitationToken(tx, invitation.id, hash);
    return {
      invitation,
      host: await invitationHost(tx, invitation.id),
      customer: await ownFirm(tx),
    };
  });
  if (!found?.customer) return;
  const { invitation, host, customer } = found;
  const { language } = invitation;
  const t = letterWords[language];
  const parts: LetterPart[] = [
    paragraph(
      host
        ? t.invitation.opening({ host, customer: customer.name })
        : t.invitation.openingByCarrier({ carrier: carrier.name, customer: customer.name }),
    ),
    {
      kind: 'facts',
      facts: [
        [t.customer, customer.name],
        [t.customerNumber, customer.number],
        [t.invitation.rights, grantsInWords(invitation, language).join('; ')],
        [t.invitation.until, formatsFor(language, carrier.timeZone).dateTime(invitation.expiresAt)],
      ],
    },
    { kind: 'link', text: t.invitation.link, href: publicUrl + invitationHref(token) },
    paragraph(t.notYou),
  ];
  const subject = t.invitation.subject({ customer: customer.name });
  await sendLetter(services, invitation, `${key}.${hash.toString('hex', 0, 4)}`, subject, parts);
}
