import { refuse } from '../../domain/refusal.ts';
import { may, transaction } from '../../platform/context.ts';
import { writeIban } from '../../platform/iban.ts';
import { customerCtx, frameOf, type PageRequest, page, type Route } from '../../web/index.ts';
import { mandateFile, paperForm } from './files.ts';
import { give, showForm } from './give-pages.tsx';
import { openIban } from './iban-secret.ts';
import { MandateNoticePage } from './pages/mandate-notice-page.tsx';
import { MandatePage } from './pages/mandate-page.tsx';
import { justDone, MANDATE_PATH, PAPER_PATH } from './paths.ts';
import { isInForce, latestMandates, type MandateRow } from './queries.ts';
import { askToRevoke, revoke } from './revoke-pages.tsx';
import { formerMandates, mandateView, maskedIban } from './view.ts';

const RIGHT = 'billing.edit';

export const mandateRoutes: readonly Route[] = [
  { method: 'GET', path: MANDATE_PATH, access: 'signed-in', handle: showMandates },
  { method: 'GET', path: `${MANDATE_PATH}/iban`, access: RIGHT, confirm: true, handle: showIban },
  { method: 'GET', path: `${MANDATE_PATH}/neu`, access: RIGHT, confirm: true, handle: showForm },
  { method: 'POST', path: MANDATE_PATH, access: RIGHT, confirm: true, handle: give },
  {
    method: 'GET',
    path: `${MANDATE_PATH}/:reference/widerrufen`,
    access: RIGHT,
    confirm: true,
    handle: askToRevoke,
  },
  {
    method: 'POST',
    path: `${MANDATE_PATH}/:reference/widerrufen`,
    access: RIGHT,
    confirm: true,
    handle: revoke,
  },
  { method: 'GET', path: `${MANDATE_PATH}/:file`, access: RIGHT, confirm: true, handle: mandateFile },
  { method: 'GET', path: PAPER_PATH, access: 'public', handle: paperForm },
];

/** More former mandates than these are of no use to anybody who looks. */
const MOST_SHOWN = 50;

async function showMandates(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const rows = await transaction(ctx, (tx) => latestMandates(tx, MOST_SHOWN));
  if (may(ctx, RIGHT)) return overview(request, rows);
  const inForce = rows.find(isInForce);
  const frame = frameOf(request);
  return page(
    request,
    <MandateNoticePage frame={frame} iban={inForce && maskedIban(inForce, frame.language)} />,
  );
}

/** The same page with the account number in clear: asked for, and right after the password was given. */
async function showIban(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const rows = await transaction(ctx, (tx) => latestMandates(tx, MOST_SHOWN));
  const row = rows.find(isInForce) ?? refuse({ code: 'not-found' });
  return overview(
    request,
    rows,
    writeIban(openIban(request.services.appKey, row.reference, row.iban_sealed)),
  );
}

function overview(request: PageRequest, rows: readonly MandateRow[], iban?: string): Response {
  const frame = frameOf(request);
  const inForce = rows.find(isInForce);
  return page(
    request,
    <MandatePage
      frame={frame}
      mandate={inForce && mandateView(inForce, request.ctx, frame.formats, iban)}
      former={formerMandates(
        rows.filter((row) => !isInForce(row)),
        request.ctx,
        frame.formats,
      )}
      justDone={justDone(request.url)}
      isOffered={request.services.carrier.creditor !== undefined}
    />,
  );
}
