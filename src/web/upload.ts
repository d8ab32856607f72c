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
