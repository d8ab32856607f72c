import type { Formats } from '../../platform/i18n/index.ts';
import { rightName } from '../../web/index.ts';
import type { ListedUsers } from './list-view.ts';
import { words } from './words.ts';

/** The list of users as a table of text: the first row names the columns. */
export function csvRows(
  { members, invitations }: Pick<ListedUsers, 'members' | 'invitations'>,
  formats: Formats,
): { header: string[]; rows: string[][] } {
  const { language } = formats;
  const { csv: t, states } = words[language];
  const yes = (is: boolean) => (is ? t.yes : t.no);
  const rights = (held: ListedUsers['members'][number]['rights']) =>
    held.map((right) => rightName(right, language)).join(', ');
  return {
    header: [t.name, t.email, t.state, t.admin, t.mainContact, t.rights, t.language, t.lastSignIn],
    rows: [
      ...members.map((member) => [
        member.name,
        member.email,
        member.isActive ? states.active : states.deactivated,
        yes(member.isAdmin),
        yes(member.isMainContact),
        rights(member.rights),
        member.language,
        member.lastSignInAt ? formats.dateTime(member.lastSignInAt) : '',
      ]),
      ...invitations.map((invitation) => [
        '',
        invitation.email,
        states.invited,
        yes(invitation.isAdmin),
        t.no,
        rights(invitation.rights),
        invitation.language,
        '',
      ]),
    ],
  };
}
