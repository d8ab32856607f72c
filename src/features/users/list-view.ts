import { mayGive } from '../../domain/giving-rights.ts';
import type { Grants } from '../../domain/rights.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { Tone } from '../../ui/index.ts';
import { rightName } from '../../web/index.ts';
import type { JoinRequest } from '../registration/index.ts';
import type { OpenInvitation } from './invitations/queries.ts';
import type { Member } from './members/queries.ts';
import {
  deleteHref,
  joinRequestHref,
  memberHref,
  memberRequestHref,
  OWN_DELETION,
  openInvitationHref,
} from './paths.ts';
import type { MemberRequest } from './requests/queries.ts';
import { grantsInWords } from './rights-words.ts';
import { words } from './words.ts';

/** A line of the list: a member, an invitation, or somebody who asks to join. */
export interface UserRow {
  readonly key: string;
  /** What names the line: the name, or the e-mail of somebody who has none here yet. */
  readonly name: string;
  /** "Sie", "Hauptansprechperson". */
  readonly remarks: readonly string[];
  readonly email: string;
  readonly rights: readonly string[];
  readonly state: { readonly text: string; readonly tone: Tone; readonly detail?: string };
  /** Undefined where the reader may not know it. */
  readonly lastSignIn: string | undefined;
  readonly actions: readonly RowAction[];
}

export type RowAction =
  | { readonly kind: 'change' | 'delete' | 'answer'; readonly href: string }
  | { readonly kind: 'renew' | 'withdraw' | 'ask-deletion'; readonly action: string }
  | { readonly kind: 'deletion-asked' };

/** Who reads the list, and what they may do there. */
export interface Reader {
  readonly personId: number | undefined;
  readonly grants: Grants;
  readonly mayInvite: boolean;
  readonly mayDelete: boolean;
  /** Has asked to be deleted and waits. */
  readonly hasAskedDeletion: boolean;
}

export interface ListedUsers {
  readonly members: readonly Member[];
  readonly invitations: readonly OpenInvitation[];
  readonly joins: readonly JoinRequest[];
}

/** Everybody, members first. Buttons that would be refused are not there. */
export function userRows(
  { members, invitations, joins }: ListedUsers,
  reader: Reader,
  formats: Formats,
  now: Temporal.Instant,
): UserRow[] {
  return [
    ...members.map((member) => memberRow(member, reader, formats)),
    ...(reader.mayInvite ? invitations.map((open) => invitationRow(open, reader, formats, now)) : []),
    ...(reader.mayInvite ? joins.map((join) => joinRow(join, formats)) : []),
  ];
}

function memberRow(member: Member, reader: Reader, formats: Formats): UserRow {
  const t = words[formats.language];
  const { personId, isActive, lastSignInAt } = member;
  const isSelf = personId === reader.personId;
  const actions: RowAction[] = [];
  if (reader.grants.isAdmin) actions.push({ kind: 'change', href: memberHref(personId) });
  if (reader.mayDelete && (reader.grants.isAdmin || !member.isAdmin)) {
    actions.push({ kind: 'delete', href: deleteHref(personId) });
  } else if (isSelf) {
    actions.push(
      reader.hasAskedDeletion ? { kind: 'deletion-asked' } : { kind: 'ask-deletion', action: OWN_DELETION },
    );
  }
  return {
    key: `member-${personId}`,
    name: member.name,
    remarks: [...(isSelf ? [t.list.you] : []), ...(member.isMainContact ? [t.list.mainContact] : [])],
    email: member.email,
    rights: grantsInWords(member, formats.language),
    state: isActive ? { text: t.states.active, tone: 'ok' } : { text: t.states.deactivated, tone: 'neutral' },
    lastSignIn: reader.grants.isAdmin
      ? lastSignInAt
        ? formats.dateTime(lastSignInAt)
        : t.list.never
      : undefined,
    actions,
  };
}

function invitationRow(
  invitation: OpenInvitation,
  reader: Reader,
  formats: Formats,
  now: Temporal.Instant,
): UserRow {
  const t = words[formats.language].states;
  const { id, email, expiresAt } = invitation;
  const isExpired = Temporal.Instant.compare(expiresAt, now) <= 0;
  const isTheirs = mayGive(reader.grants, invitation) === undefined;
  return {
    key: `invitation-${id}`,
    name: email,
    remarks: [],
    email,
    rights: grantsInWords(invitation, formats.language),
    state: isExpired
      ? { text: t.expired, tone: 'warn' }
      : { text: t.invited, tone: 'info', detail: t.until({ at: formats.dateTime(expiresAt) }) },
    lastSignIn: undefined,
    actions: isTheirs
      ? [
          { kind: 'renew', action: `${openInvitationHref(id)}/erneuern` },
          { kind: 'withdraw', action: `${openInvitationHref(id)}/zurueckziehen` },
        ]
      : [],
  };
}

function joinRow({ id, name, email, createdAt }: JoinRequest, formats: Formats): UserRow {
  const t = words[formats.language];
  return {
    key: `join-${id}`,
    name,
    remarks: [],
    email,
    rights: [],
    state: { text: t.states.asked, tone: 'warn', detail: formats.dateTime(createdAt) },
    lastSignIn: undefined,
    actions: [{ kind: 'answer', href: joinRequestHref(id) }],
  };
}

/** A line of what waits for an answer. */
export interface WaitingView {
  readonly href: string;
  readonly text: string;
  readonly since: string;
}

/** What members ask for and who wants to join, for whoever may answer. */
export function waitingViews(
  requests: readonly MemberRequest[],
  joins: readonly JoinRequest[],
  formats: Formats,
): WaitingView[] {
  const { language } = formats;
  const t = words[language].requests;
  const since = (at: Temporal.Instant) => t.since({ at: formats.dateTime(at) });
  return [
    ...requests.map(({ id, person, right, createdAt }) => ({
      href: memberRequestHref(id),
      text: right ? t.right({ name: person.name, right: rightName(right, language) }) : t.deletion(person),
      since: since(createdAt),
    })),
    ...joins.map(({ id, name, createdAt }) => ({
      href: joinRequestHref(id),
      text: t.join({ name }),
      since: since(createdAt),
    })),
  ];
}
