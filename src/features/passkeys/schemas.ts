import { z } from 'zod';
import { customerNumber, text, wholeNumber } from '../../platform/input.ts';

const base64url = z.string().regex(/^[\w-]+$/);

/** What a browser sends of a credential comes as JSON in one field of a form. */
const fromJson = z
  .string()
  .min(1)
  .max(20_000)
  .transform((typed, issues) => {
    try {
      return JSON.parse(typed) as unknown;
    } catch {
      issues.addIssue({ code: 'custom', input: typed, params: { problem: 'unreadable' } });
      return z.NEVER;
    }
  });

const credentialOf = <Response extends z.ZodRawShape>(response: Response) =>
  fromJson.pipe(
    z.object({
      id: base64url.max(1400),
      rawId: base64url.max(1400),
      type: z.literal('public-key'),
      response: z.object(response),
      clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
    }),
  );

export const LONGEST_NAME = 60;

/** A passkey that an authenticator has just made, and how its owner calls it. */
export const RegisterPasskey = z.object({
  name: text(LONGEST_NAME),
  credential: credentialOf({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
});
export type RegisterPasskey = z.input<typeof RegisterPasskey>;

/** What an authenticator has signed with a passkey. */
export const AssertPasskey = z.object({
  credential: credentialOf({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: z.string().max(100).optional(),
  }),
});
export type AssertPasskey = z.input<typeof AssertPasskey>;

/** Signing in with a passkey; with a number, for that firm. */
export const SignInWithPasskey = AssertPasskey.extend({
  customerNumber: z.preprocess(
    (typed) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed),
    customerNumber.optional(),
  ),
});
export type SignInWithPasskey = z.input<typeof SignInWithPasskey>;

export const RemovePasskey = z.object({ id: wholeNumber(1, Number.MAX_SAFE_INTEGER) });
export type RemovePasskey = z.input<typeof RemovePasskey>;
