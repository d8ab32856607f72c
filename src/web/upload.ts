import { decodeText } from '../platform/csv/index.ts';

/**
 * The fields of a form that can carry files (`multipart/form-data`), in order; of a file its text, in whatever
 * encoding it was written, and as `file.name` what it was called. Its size is bounded by the body that was read.
 * What cannot be read has no fields.
 */
export async function readUpload(
  contentType: string,
  body: Buffer,
): Promise<[name: string, value: string][]> {
  try {
    const headers = { 'content-type': contentType };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    const fields = await Promise.all(
      [...form].map(
        async ([name, value]): Promise<[string, string][]> =>
          typeof value === 'string'
            ? [[name, value]]
            : [
                [name, decodeText(await value.bytes())],
                [`${name}.name`, value.name],
              ],
      ),
    );
    return fields.flat();
  } catch {
    return [];
  }
}

/**
 * The bytes of the uploaded files by field; a field in which no file was chosen is left out. What cannot be read has
 * none.
 */
export async function readFiles(contentType: string, body: Buffer): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  try {
    const headers = { 'content-type': contentType };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    for (const [name, value] of form) {
      if (typeof value !== 'string' && value.size > 0) files.set(name, await value.bytes());
    }
  } catch {
    // a form that is none has no files
  }
  return files;
}
