/** What is wrong with a file that came from elsewhere. */
export type FileProblem = 'required' | 'file-too-large' | 'not-a-pdf' | 'not-xml';

/** Files from elsewhere may be this large; our own are far smaller. */
export const MOST_FILE_MEGABYTES = 20;
export const MOST_FILE_BYTES = MOST_FILE_MEGABYTES * 1024 * 1024;

const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

/** Whether the bytes begin and end like a PDF. Says nothing about what is in it: nobody here opens it. */
export function pdfProblem(bytes: Uint8Array): FileProblem | undefined {
  if (bytes.length === 0) return 'required';
  if (bytes.length > MOST_FILE_BYTES) return 'file-too-large';
  const isWhole = text(bytes.subarray(0, 5)) === '%PDF-' && text(bytes.subarray(-1024)).includes('%%EOF');
  return isWhole ? undefined : 'not-a-pdf';
}

/**
 * Whether the bytes can be an e-invoice: XML in UTF-8 without a document type, which is how XML makes its reader
 * fetch files or fill its memory.
 */
export function xmlProblem(bytes: Uint8Array): FileProblem | undefined {
  if (bytes.length === 0) return 'required';
  if (bytes.length > MOST_FILE_BYTES) return 'file-too-large';
  try {
    const xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /^\s*<[?\w]/.test(xml) && />\s*$/.test(xml) && !/<!(DOCTYPE|ENTITY)/i.test(xml)
      ? undefined
      : 'not-xml';
  } catch {
    return 'not-xml';
  }
}
