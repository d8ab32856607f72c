import { MANDATE_SCHEMES } from '../../domain/mandates/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { transaction } from '../../platform/context.ts';
import { LANGUAGES } from '../../platform/i18n/index.ts';
import { type PdfRenderer, rememberingRenderer } from '../../platform/pdf/index.ts';
import { customerCtx, download, type PageRequest } from '../../web/index.ts';
import { documentWords } from './document-words.ts';
import { openIban } from './iban-secret.ts';
import { emptyForm, mandateDocument } from './mandate-document.ts';
import { findMandate } from './queries.ts';
import { MandateReference } from './schemas.ts';

const PDF = 'application/pdf';

/** `/konto/lastschrift/D100001-0001.pdf`: a mandate as it was signed, set anew from what is stored. */
export async function mandateFile(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const { services, params } = request;
  const asked = MandateReference.safeParse({ reference: /^(.+)\.pdf$/.exec(params.file ?? '')?.[1] });
  if (!asked.success) refuse({ code: 'not-found' });
  const { reference } = asked.data;
  const row = await transaction(ctx, (tx) => findMandate(tx, reference));
  if (!row) refuse({ code: 'not-found' });
  const iban = openIban(services.appKey, reference, row.iban_sealed);
  const pdf = await services.pdf.render(mandateDocument(row, iban, services.carrier));
  return download(request, {
    name: `${documentWords[row.language].fileNames[row.scheme]}-${reference}.pdf`,
    type: PDF,
    content: pdf,
  });
}

/** Forms differ by scheme and language only, so all of them are kept. */
const FORMS_KEPT = MANDATE_SCHEMES.length * LANGUAGES.length;
const remembering = new WeakMap<PdfRenderer, PdfRenderer>();

function formRenderer(pdf: PdfRenderer): PdfRenderer {
  const known = remembering.get(pdf) ?? rememberingRenderer(pdf, FORMS_KEPT);
  remembering.set(pdf, known);
  return known;
}

/** `/lastschrift-formular.pdf?art=B2B&sprache=en`: an empty form. What cannot be read falls back to the usual. */
export async function paperForm(request: PageRequest): Promise<Response> {
  const { services, url, ctx } = request;
  const { carrier } = services;
  if (!carrier.creditor) refuse({ code: 'not-found' });
  const wanted = (name: string) => url.searchParams.get(name);
  const scheme = MANDATE_SCHEMES.find((one) => one === wanted('art')) ?? 'CORE';
  const language = LANGUAGES.find((one) => one === wanted('sprache')) ?? ctx.language;
  const pdf = await formRenderer(services.pdf).render(
    emptyForm({ scheme, language }, carrier, carrier.creditor),
  );
  return download(request, {
    name: `${documentWords[language].fileNames[scheme]}.pdf`,
    type: PDF,
    content: pdf,
  });
}
