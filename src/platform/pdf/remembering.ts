import { createHash } from 'node:crypto';
import type { PdfDocument } from './document.ts';
import type { PdfRenderer } from './renderer.ts';

/**
 * A renderer that keeps what it made in memory, by the hash of what went in: for documents that are the same for
 * everybody and hold nobody's data, such as empty forms. Who asks while one is being set waits for that one.
 * @param most how many documents are kept; the one that was not asked for the longest goes first
 */
export function rememberingRenderer(renderer: PdfRenderer, most: number): PdfRenderer {
  const known = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  function set(key: string, document: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
    const made = renderer.render(document);
    made.catch(() => {
      // a failure is not an answer to keep
      if (known.get(key) === made) known.delete(key);
    });
    return made;
  }

  return {
    render(document) {
      const key = hashOf(document);
      const pdf = known.get(key) ?? set(key, document);
      known.delete(key);
      known.set(key, pdf);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      return pdf;
    },
    close: () => renderer.close(),
  };
}

function hashOf({ at, ...document }: PdfDocument): string {
  const { template, data, standard, attachments, eInvoice } = document;
  return createHash('sha256')
    .update(JSON.stringify([template, data, standard, at.toString(), attachments, eInvoice]))
    .digest('base64');
}
