import { z } from 'zod';
import { LANGUAGES } from '../../../platform/i18n/index.ts';
import { emailAddress, requiredText } from '../../../platform/input.ts';
import { rowId } from '../members/schemas.ts';

export const ProposeMainContact = z.object({
  email: emailAddress,
  language: z.enum(LANGUAGES).default('de'),
  /** How the firm proved it: a letter on its paper, a call back to the number on file. */
  reason: requiredText(500),
});
export type ProposeMainContact = z.input<typeof ProposeMainContact>;

export const ProposalId = z.object({ proposalId: rowId });
export type ProposalId = z.input<typeof ProposalId>;
