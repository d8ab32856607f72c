import { mandateReference } from '../../domain/mandates/index.ts';
import type { Creditor } from '../../platform/carrier/carrier.ts';
import { type CustomerCtx, personIdOf } from '../../platform/context.ts';
import { ibanEnds } from '../../platform/iban.ts';
import { sealIban } from './iban-secret.ts';
import type { GiveMandate } from './schemas.ts';
import { currentText, TEXT_VERSION } from './texts.ts';

/** What a signature is made with besides what was typed: who collects, and from where it was given. */
export interface Signing {
  readonly appKey: string;
  readonly creditor: Creditor;
  readonly clientAddress: string;
  readonly userAgent: string;
}

/** A copy of everything that is signed, as it is stored. `running` says which mandate of the firm it is. */
export function signedMandate(ctx: CustomerCtx, given: GiveMandate, signing: Signing, running: number) {
  const { appKey, creditor } = signing;
  const reference = mandateReference(ctx.customer.number, running);
  const ends = ibanEnds(given.iban);
  return {
    customer_id: ctx.customer.id,
    running_number: running,
    reference,
    submission_key: given.key,
    scheme: given.scheme,
    creditor_id: creditor.id,
    creditor_name: creditor.name,
    creditor_street: creditor.street,
    creditor_postcode: creditor.postcode,
    creditor_city: creditor.city,
    creditor_country: creditor.country,
    holder: given.holder,
    street: given.street,
    postcode: given.postcode,
    city: given.city,
    country: given.country,
    iban_sealed: sealIban(appKey, reference, given.iban),
    iban_country: ends.country,
    iban_last4: ends.last4,
    text_version: TEXT_VERSION,
    language: ctx.language,
    ...currentText(ctx.language, given.scheme, creditor.name),
    place: given.place,
    signature: given.signature,
    given_at: ctx.now,
    given_by: personIdOf(ctx) ?? null,
    given_by_name: ctx.actor.kind === 'visitor' ? '' : ctx.actor.name,
    client_address: signing.clientAddress.slice(0, 100),
    user_agent: signing.userAgent.slice(0, 300),
  };
}
