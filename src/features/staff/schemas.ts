import { z } from 'zod';
import { STAFF_ROLES } from '../../domain/staff-roles.ts';
import { LANGUAGES } from '../../platform/i18n/index.ts';
import { emailAddress, requiredText, wholeNumber } from '../../platform/input.ts';
import { SignIn } from '../sign-in/index.ts';

/** E-mail and password, or the one-time password that opens a new account. */
export const StaffSignIn = SignIn.pick({ email: true, password: true });
export type StaffSignIn = z.input<typeof StaffSignIn>;

/** Roles, each once; somebody without any could do nothing. */
const roleList = z
  .array(z.enum(STAFF_ROLES))
  .max(20)
  .transform((roles) => STAFF_ROLES.filter((role) => roles.includes(role)))
  .refine((roles) => roles.length > 0, { params: { problem: 'nothing-chosen' } });

const details = {
  name: requiredText(100),
  language: z.enum(LANGUAGES),
  roles: roleList,
};

/** How a one-time password reaches the person: by mail, or read out by whoever made it. */
const handOver = z.enum(['mail', 'show']);

export const CreateStaff = z.object({ email: emailAddress, ...details, handOver });
export type CreateStaff = z.input<typeof CreateStaff>;

const staffId = wholeNumber(1, 999_999_999);

export const ChangeStaff = z.object({
  staffId,
  ...details,
  /** The version that the form showed; absent: whatever was there is replaced. */
  seen: wholeNumber(1, 999_999_999).optional(),
});
export type ChangeStaff = z.input<typeof ChangeStaff>;

export const StaffId = z.object({ staffId });
export type StaffId = z.input<typeof StaffId>;

export const NewStaffPassword = z.object({ staffId, handOver });
export type NewStaffPassword = z.input<typeof NewStaffPassword>;

export const ChooseStaffLanguage = z.object({ language: z.enum(LANGUAGES) });
