import { MOST_FILE_BYTES } from '../../../domain/documents/index.ts';
import { refuse } from '../../../domain/refusal.ts';
import { deskTransaction, staffMay } from '../../../platform/context.ts';
import { cleanText } from '../../../platform/input.ts';
import {
  type FormErrors,
  filesOf,
  formErrors,
  formOf,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  singleValues,
  staffCtx,
} from '../../../web/index.ts';
import { foundDeliveries, troubledDeliveries } from '../delivery/queries.ts';
import { noteReturned, resendCopy } from '../delivery/resend.ts';
import { importDocument } from '../import/import-document.ts';
import { DESK_DOCUMENTS, resendHref, returnedHref } from '../paths.ts';
import { DeskDocumentsPage } from './pages/desk-documents-page.tsx';
import { words } from './words.ts';

export const deskDocumentRoutes: readonly Route[] = [
  { method: 'GET', path: DESK_DOCUMENTS, access: 'staff', handle: (request) => show(request) },
  {
    method: 'POST',
    path: DESK_DOCUMENTS,
    access: 'staff:billing',
    // two files and the fields around them
    maxBodyBytes: 2 * MOST_FILE_BYTES + 64 * 1024,
    handle: takeOver,
  },
  { method: 'POST', path: resendHref(':id'), access: 'staff:billing', handle: resend },
  { method: 'POST', path: returnedHref(':id'), access: 'staff:billing', handle: cameBack },
];

const MOST_SHOWN = 100;
const MOST_FOUND = 50;
/** Of an address of mail. */
const LONGEST_SEARCH = 254;

async function show(
  request: PageRequest,
  form: { typed: Readonly<Record<string, string>>; errors: FormErrors } = { typed: {}, errors: noErrors },
): Promise<Response> {
  const ctx = staffCtx(request);
  const { searchParams } = request.url;
  const search = cleanText(searchParams.get('suche') ?? '').slice(0, LONGEST_SEARCH);
  const { trouble, found } = await deskTransaction(ctx, async (tx) => ({
    trouble: await troubledDeliveries(tx, MOST_SHOWN),
    found: search === '' ? [] : await foundDeliveries(tx, search, MOST_FOUND),
  }));
  const t = words[ctx.language];
  const number = (searchParams.get('nummer') ?? '').slice(0, 40);
  const said = {
    uebernommen: t.stored({ number }),
    stand: t.moved({ number }),
    bekannt: t.known({ number }),
    gesendet: t.resent,
    zurueck: t.notedReturned,
  };
  const what = searchParams.get('getan') ?? '';
  return page(
    request,
    <DeskDocumentsPage
      frame={frameOf(request)}
      trouble={trouble}
      search={search}
      found={found}
      typed={form.typed}
      errors={form.errors}
      done={Object.hasOwn(said, what) ? said[what as keyof typeof said] : undefined}
      mayAct={staffMay(ctx, 'billing')}
    />,
    form.errors.status,
  );
}

async function takeOver(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  const files = await filesOf(request);
  const { _csrf, pdf, xml, ...typed } = singleValues(await formOf(request));
  const result = await refusalOf(() =>
    importDocument(ctx, { facts: typed, pdf: files.get('pdf') ?? new Uint8Array(), xml: files.get('xml') }),
  );
  if ('refusal' in result) {
    return show(request, {
      typed,
      errors: formErrors(request, result.refusal, words[ctx.language].fields),
    });
  }
  const { number, outcome } = result.done;
  const done = { stored: 'uebernommen', moved: 'stand', known: 'bekannt' }[outcome];
  return redirect(request, `${DESK_DOCUMENTS}?${new URLSearchParams({ getan: done, nummer: number })}`);
}

async function resend(request: PageRequest): Promise<Response> {
  await resendCopy(staffCtx(request), deliveryId(request));
  return redirect(request, `${DESK_DOCUMENTS}?getan=gesendet`);
}

async function cameBack(request: PageRequest): Promise<Response> {
  await noteReturned(staffCtx(request), deliveryId(request));
  return redirect(request, `${DESK_DOCUMENTS}?getan=zurueck`);
}

function deliveryId({ params: { id = '' } }: PageRequest): number {
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : refuse({ code: 'not-found' });
}
