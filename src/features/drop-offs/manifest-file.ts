import { transaction } from '../../platform/context.ts';
import { customerCtx, download, type PageRequest } from '../../web/index.ts';
import { findDropOff } from './find-drop-off.ts';
import { manifestDocument } from './manifest-document.ts';
import { manifestWords } from './manifest-words.ts';

/** `/einlieferungen/A-2026-000042/einlieferungsliste.pdf`: the manifest as the drop-off is now. */
export async function manifestFile(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const { pdf, carrier } = request.services;
  const dropOff = await transaction(ctx, (tx) => findDropOff(tx, request.params));
  const content = await pdf.render(manifestDocument(dropOff, ctx.customer, carrier, ctx.language));
  const { number } = dropOff.found.order;
  return download(request, {
    name: `${manifestWords[ctx.language].fileName}-${number}.pdf`,
    type: 'application/pdf',
    content,
  });
}
