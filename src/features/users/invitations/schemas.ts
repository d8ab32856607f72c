import { z } from 'zod';
import { LANGUAGES } from '../../../platform/i18n/index.ts';
import { emailAddress, requiredText } from '../../../platform/input.ts';
import { rightList, rowId } from '../members/schemas.ts';

/** So many at once fit into one form; a firm with more sends it again. */
export const MOST_AT_ONCE = 50;
/** The whole field, before it is cut into addresses. */
const LONGEST_LIST = 20_000;

/** Addresses as people paste them: one per line, or with commas, semicolons or spaces between; each of them once. */
export function addressesIn(typed: string): string[] {
  const parts = typed
    .slice(0, LONGEST_LIST)
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  return [...new Map(parts.map((part) => [part.toLowerCase(), part])).values()];
}

const addressList = z
  .union([z.string(), z.array(z.string())])
  .transform((typed) => addressesIn([typed].flat().join('\n')))
  .pipe(z.array(emailAddress).max(MOST_AT_ONCE))
  .refine((all) => all.length > 0, { params: { problem: 'required' } });

export const InvitePeople = z.object({
  emails: addressList,
  isAdmin: z.boolean(),
  rights: rightList,
  language: z.enum(LANGUAGES),
});
export type InvitePeople = z.input<typeof InvitePeople>;

export const InvitationId = z.object({ invitationId: rowId });
export type InvitationId = z.input<typeof InvitationId>;

/** Of somebody new: how they are called. Their password is checked by the rule of all new passwords. */
export const NewPerson = z.object({ name: requiredText(200) });
