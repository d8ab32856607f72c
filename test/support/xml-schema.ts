import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const SCHEMAS = fileURLToPath(new URL('../schemas/', import.meta.url));

/** An official schema of `test/schemas/`; the README there says where each comes from. */
export interface Schema {
  /** What the schema has against a document, in its own words; empty for a valid one. */
  faults(xml: string): string[];
}

/** Reads a schema with what it imports. It stays in memory until the process ends. */
export async function openSchema(file: string): Promise<Schema> {
  xmlRegisterFsInputProviders();
  const source = XmlDocument.fromBuffer(await readFile(SCHEMAS + file), { url: SCHEMAS + file });
  const validator = XsdValidator.fromDoc(source);
  return {
    faults(xml) {
      let document: XmlDocument | undefined;
      try {
        document = XmlDocument.fromString(xml);
        validator.validate(document);
        return [];
      } catch (error) {
        if (error instanceof XmlLibError) return error.details.map(({ message }) => message.trim());
        throw error;
      } finally {
        document?.dispose();
      }
    },
  };
}
