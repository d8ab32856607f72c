import type { StaffRole } from '../../../domain/staff-roles.ts';
import { STAFF_ROLES } from '../../../domain/staff-roles.ts';
import type { Formats, Language } from '../../../platform/i18n/index.ts';
import type { Tone } from '../../../ui/index.ts';
import type { FormFields } from '../../../web/index.ts';
import { staffHref } from '../paths.ts';
import { words } from '../words.ts';
import type { StaffAccount } from './queries.ts';

/** An account as the list shows it. */
export interface StaffRow {
  readonly href: string;
  readonly name: string;
  readonly email: string;
  readonly isSelf: boolean;
  readonly roles: string;
  readonly factor: string;
  readonly lastSignIn: string;
  readonly state: { readonly tone: Tone; readonly text: string };
}

export function staffRow(
  account: StaffAccount,
  known: { readonly hasFactor: boolean; readonly isSelf: boolean },
  language: Language,
  formats: Formats,
): StaffRow {
  const t = words[language];
  return {
    href: staffHref(account.id),
    name: account.name,
    email: account.email,
    isSelf: known.isSelf,
    roles: account.roles.map((role) => t.roles[role].name).join(', '),
    factor: known.hasFactor ? t.list.hasFactor : t.list.noFactor,
    lastSignIn: account.lastSignInAt ? formats.dateTime(account.lastSignInAt) : t.list.never,
    state: account.isActive ? { tone: 'ok', text: t.list.active } : { tone: 'neutral', text: t.list.closed },
  };
}

/** The ticks for roles. */
export interface RoleTick {
  readonly field: string;
  readonly name: string;
  readonly text: string;
  readonly isChecked: boolean;
}

const fieldOf = (role: StaffRole) => `role-${role}`;

export function roleTicks(checked: readonly StaffRole[], language: Language): RoleTick[] {
  return STAFF_ROLES.map((role) => ({
    field: fieldOf(role),
    ...words[language].roles[role],
    isChecked: checked.includes(role),
  }));
}

/** What was ticked. */
export const rolesOf = (fields: FormFields): StaffRole[] =>
  STAFF_ROLES.filter((role) => fields.has(fieldOf(role)));

/** The field that the error summary leads to when no role is ticked. */
export const FIRST_ROLE_FIELD = fieldOf(STAFF_ROLES[0]);
