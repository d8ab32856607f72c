import type { EInvoiceClaim } from './document.ts';

/*
 * Typst writes PDF/A-3a or PDF/UA-1, not both into one file, and knows nothing of Factur-X. A file that it made as
 * PDF/A-3a keeps all the rules of PDF/UA-1 as well (its tags are the same), so all that is missing are the claims in
 * the metadata. They are added as an incremental update: the bytes that Typst wrote stay as they are.
 */

/** Adds the metadata of a hybrid e-invoice and the claim PDF/UA-1. Throws when the file is not as Typst writes it. */
export function claimEInvoice(pdf: Uint8Array, claim: EInvoiceClaim): Buffer {
  // Latin-1 keeps every byte a character, so that offsets are the same in both.
  const file = Buffer.from(pdf).toString('latin1');
  const trailer = file.slice(file.lastIndexOf('trailer'));
  const previous = found(/startxref\s+(\d+)\s+%%EOF\s*$/, file);
  const root = found(/\/Root\s+(\d+) 0 R/, trailer);
  const catalog = objectOf(file, root);
  const metadata = found(/\/Metadata\s+(\d+) 0 R/, catalog);
  const xmp = withClaims(found(/(<\?xpacket begin[\s\S]*)<\?xpacket end/, objectOf(file, metadata)), claim);

  const start = file.endsWith('\n') ? file : `${file}\n`;
  const objects = [
    { id: root, source: withDisplayedTitle(catalog) },
    {
      id: metadata,
      source: `${metadata} 0 obj\n<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream\nendobj\n`,
    },
  ].sort((a, b) => Number(a.id) - Number(b.id));
  let position = start.length;
  const entries = objects.map(({ id, source }) => {
    const entry = `${id} 1\n${String(position).padStart(10, '0')} 00000 n \n`;
    position += source.length;
    return entry;
  });
  const size = found(/\/Size\s+(\d+)/, trailer);
  const info = /\/Info\s+\d+ 0 R/.exec(trailer)?.[0] ?? '';
  const id = found(/(\/ID\s*\[[\s\S]*?\])/, trailer);
  return Buffer.from(
    [
      start,
      ...objects.map(({ source }) => source),
      `xref\n${entries.join('')}`,
      `trailer\n<< /Size ${size} /Root ${root} 0 R ${info} ${id} /Prev ${previous} >>\n`,
      `startxref\n${position}\n%%EOF\n`,
    ].join(''),
    'latin1',
  );
}

function found(pattern: RegExp, text: string): string {
  const [, match] = pattern.exec(text) ?? [];
  if (match === undefined) throw new Error(`The typesetter writes its files differently now: no ${pattern}`);
  return match;
}

function objectOf(file: string, id: string): string {
  const start = file.lastIndexOf(`\n${id} 0 obj`) + 1;
  return file.slice(start, file.indexOf('endobj', start));
}

/** PDF/UA: the window shows the title of the document, not the name of the file. */
function withDisplayedTitle(catalog: string): string {
  const changed = catalog.includes('/DisplayDocTitle')
    ? catalog
    : catalog.replace(/\/ViewerPreferences\s*<<\s*/, '$&/DisplayDocTitle true ');
  if (!changed.includes('/DisplayDocTitle true'))
    throw new Error('The typesetter writes no viewer preferences');
  return `${changed.trimEnd()}\nendobj\n`;
}

const FACTUR_X = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';
const PDF_UA = 'http://www.aiim.org/pdfua/ns/id/';
const EXTENSIONS_END = '</rdf:Bag></pdfaExtension:schemas>';

/** PDF/A wants every schema described that is not its own; Typst has such a list, and ours go to its end. */
function withClaims(xmp: string, { fileName, conformance }: EInvoiceClaim): string {
  if (!xmp.includes(EXTENSIONS_END)) throw new Error('The typesetter describes no extension schemas');
  const claims = [
    `<rdf:Description rdf:about="" xmlns:fx="${FACTUR_X}">`,
    '<fx:DocumentType>INVOICE</fx:DocumentType>',
    `<fx:DocumentFileName>${fileName}</fx:DocumentFileName>`,
    '<fx:Version>1.0</fx:Version>',
    `<fx:ConformanceLevel>${conformance}</fx:ConformanceLevel>`,
    '</rdf:Description>',
    `<rdf:Description rdf:about="" xmlns:pdfuaid="${PDF_UA}"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`,
  ];
  return `${xmp
    .replace(EXTENSIONS_END, `${EXTENSIONS.join('')}${EXTENSIONS_END}`)
    .replace('</rdf:RDF>', `${claims.join('')}</rdf:RDF>`)}<?xpacket end="r"?>`;
}

const property = (name: string, type: string, category: string, description: string) =>
  `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>${category}</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`;

const schema = (name: string, namespace: string, prefix: string, properties: readonly string[]) =>
  `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${properties.join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`;

const EXTENSIONS = [
  schema('Factur-X PDFA Extension Schema', FACTUR_X, 'fx', [
    property('DocumentFileName', 'Text', 'external', 'name of the embedded XML invoice file'),
    property('DocumentType', 'Text', 'external', 'INVOICE'),
    property('Version', 'Text', 'external', 'version of the Factur-X XML schema'),
    property('ConformanceLevel', 'Text', 'external', 'conformance level of the Factur-X data'),
  ]),
  schema('PDF/UA Universal Accessibility Schema', PDF_UA, 'pdfuaid', [
    property('part', 'Integer', 'internal', 'Indicates, which part of ISO 14289 standard is followed'),
  ]),
];
