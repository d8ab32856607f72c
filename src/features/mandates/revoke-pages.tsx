import { Refused, refuse } from '../../domain/refusal.ts';
import { transaction } from '../../platform/context.ts';
import {
  customerCtx,
  type FormErrors,
  formErrors,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  redirect,
  refusalOf,
} from '../../web/index.ts';
import { RevokePage } from './pages/revoke-page.tsx';
import { noticeAddress } from './paths.ts';
import { findMandate } from './queries.ts';
import { revokeMandate } from './revoke-mandate.ts';
import { MandateReference } from './schemas.ts';
import { mandateView } from './view.ts';

/** Asks whether it is really meant. */
export async function askToRevoke(request: PageRequest): Promise<Response> {
  return revokePage(request, noErrors);
}

/** Revokes the mandate; that it has ended already is said on the same page. */
export async function revoke(request: PageRequest): Promise<Response> {
  const result = await refusalOf(() =>
    revokeMandate(customerCtx(request), { reference: request.params.reference }),
  );
  if ('done' in result) return redirect(request, noticeAddress('widerrufen'));
  if (result.refusal.code !== 'mandate-ended') throw new Refused(result.refusal);
  return revokePage(request, formErrors(request, result.refusal, {}));
}

async function revokePage(request: PageRequest, errors: FormErrors): Promise<Response> {
  const ctx = customerCtx(request);
  const asked = MandateReference.safeParse({ reference: request.params.reference });
  if (!asked.success) refuse({ code: 'not-found' });
  const row = await transaction(ctx, (tx) => findMandate(tx, asked.data.reference));
  if (!row) refuse({ code: 'not-found' });
  const frame = frameOf(request);
  const ended =
    errors === noErrors && row.ended_at
      ? formErrors(request, { code: 'mandate-ended', at: row.ended_at }, {})
      : errors;
  return page(
    request,
    <RevokePage frame={frame} mandate={mandateView(row, ctx, frame.formats)} errors={ended} />,
    ended.status,
  );
}
