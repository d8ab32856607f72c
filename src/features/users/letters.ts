import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { rightName } from '../../web/index.ts';
import type { LetterServices } from '../sign-in/index.ts';
import { sendInvitation } from './invitation-letter.ts';
import { mainContactAssigned, memberDeleted, personInvited, requestAnswered, requestMade } from './jobs.ts';
import { letterWords } from './letter-words.ts';
import { activeAdmins, activeMembers, ownFirm } from './members/queries.ts';
import { memberRequestHref, USERS } from './paths.ts';
import { findRequest } from './requests/queries.ts';
import { paragraph, sendLetter } from './send-letter.ts';

/** The letters that users, invitations and requests cause. */
export function userHandlers(services: LetterServices): readonly JobHandler[] {
  const { db, publicUrl } = services;
  return [
    handlerFor(personInvited, (job, key) => sendInvitation(services, job, key)),

    handlerFor(memberDeleted, ({ email, name, language, customerName, customerNumber, bySelf }, key) => {
      const t = letterWords[language];
      return sendLetter(services, { email, name, language }, key, t.deleted.subject, [
        paragraph(t.deleted.opening({ customer: `${customerName} (${t.customerNumber} ${customerNumber})` })),
        ...(bySelf ? [paragraph(t.deleted.bySelf)] : []),
        paragraph(t.deleted.kept),
      ]);
    }),

    handlerFor(requestMade, async ({ customerId, requestId }, key) => {
      const found = await db.transaction(customerId, async (tx) => {
        const request = await findRequest(tx, requestId);
        return request?.isGranted === undefined && request
          ? { request, admins: await activeAdmins(tx) }
          : undefined;
      });
      for (const admin of found?.admins ?? []) {
        const { person, right } = (found as NonNullable<typeof found>).request;
        const t = letterWords[admin.language].request;
        await sendLetter(
          services,
          admin,
          `${key}.${admin.personId}`,
          right ? t.subjectRight(person) : t.subjectDeletion(person),
          [
            paragraph(
              right
                ? t.openingRight({ name: person.name, right: rightName(right, admin.language) })
                : t.openingDeletion(person),
            ),
            { kind: 'facts', facts: [[t.email, person.email]] },
            { kind: 'link', text: t.link, href: publicUrl + memberRequestHref(requestId) },
            paragraph(t.everybody),
          ],
        );
      }
    }),

    handlerFor(requestAnswered, async ({ customerId, requestId }, key) => {
      const request = await db.transaction(customerId, (tx) => findRequest(tx, requestId));
      if (request?.isGranted === undefined) return;
      const { person, right, isGranted } = request;
      const t = letterWords[person.language].answered;
      const { carrier } = services;
      const named = right && { right: rightName(right, person.language) };
      const text = named ? (isGranted ? t.granted(named) : t.declined(named)) : t.declinedDeletion;
      await sendLetter(services, person, key, t.subject, [
        paragraph(text),
        ...(isGranted ? [] : [paragraph(t.help({ carrier: carrier.name, email: carrier.email }))]),
        { kind: 'link', text: t.link, href: `${publicUrl}/` },
      ]);
    }),

    handlerFor(mainContactAssigned, async ({ customerId, email }, key) => {
      const { members, customer } = await db.transaction(customerId, async (tx) => ({
        members: await activeMembers(tx),
        customer: await ownFirm(tx),
      }));
      for (const member of members) {
        const t = letterWords[member.language].mainContact;
        await sendLetter(services, member, `${key}.${member.personId}`, t.subject, [
          paragraph(t.opening({ customer: customer?.name ?? '', email })),
          paragraph(t.objection),
          { kind: 'link', text: t.link, href: publicUrl + USERS },
        ]);
      }
    }),
  ];
}
