import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { MOST_FILE_BYTES, MOST_FILE_MEGABYTES } from '../../../domain/documents/index.ts';
import { refuse } from '../../../domain/refusal.ts';
import { decodeText, readCsv } from '../../../platform/csv/index.ts';
import type { IncomingDocument } from './import-document.ts';
import { IMPORT_FIELDS } from './schemas.ts';

/** A PDF that lies in a folder, with the files beside it that speak of it. */
export interface FoundPdf {
  /** Name of the PDF, without the folder. */
  readonly name: string;
  /** All files that belong to it alone. */
  readonly files: readonly string[];
}

/** The PDFs of a folder in the order of their names; of a single file that one. */
export async function findPdfs(place: string): Promise<{ folder: string; pdfs: readonly FoundPdf[] }> {
  const isFolder = (await stat(place)).isDirectory();
  const folder = isFolder ? place : path.dirname(place);
  // a folder or a link may be called like a document and is none
  const all = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  const wanted = isFolder ? all : [path.basename(place)];
  const pdfs = wanted
    .filter((name) => /^[^.].*\.pdf$/i.test(name))
    .sort()
    .map((name) => ({ name, files: [name, ...besides(name, all)] }));
  return { folder, pdfs };
}

const stem = (name: string) => name.replace(/\.[^.]*$/, '');
const besides = (pdf: string, all: readonly string[]) =>
  all.filter((name) => stem(name) === stem(pdf) && /\.(json|xml)$/i.test(name));

/**
 * Reads a document: the PDF, the XML of the same name if there is one, and what is said of it, in the JSON of the same
 * name or in the line of a CSV of the folder whose column `file` names it. Refuses with `invalid` for a file that is
 * too large, and for facts that cannot be found or read.
 */
export async function readIncoming(
  folder: string,
  { name, files }: FoundPdf,
  tables: FactsByFile,
): Promise<IncomingDocument> {
  const read = async (field: string, file: string) => {
    const { size } = await stat(path.join(folder, file));
    if (size > MOST_FILE_BYTES) {
      const limit = MOST_FILE_MEGABYTES;
      refuse({ code: 'invalid', fields: [{ field, problem: 'file-too-large', limit }] });
    }
    return readFile(path.join(folder, file));
  };
  const pdf = await read('pdf', name);
  const xmlName = files.find((file) => /\.xml$/i.test(file));
  const jsonName = files.find((file) => /\.json$/i.test(file));
  const xml = xmlName ? await read('xml', xmlName) : undefined;
  const facts = jsonName ? readJson(await read('facts', jsonName)) : tables.get(name);
  if (!facts) refuse({ code: 'invalid', fields: [{ field: 'facts', problem: 'required' }] });
  return { facts, pdf, xml };
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(decodeText(bytes).replace(/^\uFEFF/, ''));
  } catch {
    refuse({ code: 'invalid', fields: [{ field: 'facts', problem: 'unreadable' }] });
  }
}

/** What the tables of a folder say, by the name of the PDF. */
export type FactsByFile = ReadonlyMap<string, Readonly<Record<string, string>>>;

/**
 * Reads the tables of a folder once: their columns are called like the fields, whatever the case, in any order. Of
 * several lines about a PDF the first counts, of several tables the first by name.
 */
export async function readTables(folder: string): Promise<FactsByFile> {
  const facts = new Map<string, Record<string, string>>();
  const entries = await readdir(folder, { withFileTypes: true });
  const tables = entries.filter((entry) => entry.isFile() && /\.csv$/i.test(entry.name));
  for (const name of tables.map((table) => table.name).sort()) {
    const { size } = await stat(path.join(folder, name));
    if (size > MOST_FILE_BYTES) continue;
    const [header, ...rows] = readCsv(decodeText(await readFile(path.join(folder, name)))).rows;
    const columns = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
    const fileAt = columns.indexOf('file');
    for (const { cells } of fileAt < 0 ? [] : rows) {
      const pdf = cells[fileAt]?.trim() ?? '';
      if (facts.has(pdf)) continue;
      facts.set(
        pdf,
        Object.fromEntries(
          IMPORT_FIELDS.map((field) => [field, cells[columns.indexOf(field.toLowerCase())]?.trim() ?? '']),
        ),
      );
    }
  }
  return facts;
}
