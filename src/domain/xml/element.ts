/** XML that is ready to be written: its text is escaped already. */
export class Xml {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What an element may hold; what is missing or empty is left out. */
export type Content = Xml | string | number | null | undefined | readonly Content[];

/**
 * An element, or undefined when nothing is in it: an empty element would be a fault in an e-invoice.
 * @param attributes go on the element; text and values are escaped
 */
export function element(
  name: string,
  content: Content,
  attributes: Readonly<Record<string, string>> = {},
): Xml | undefined {
  const inner = write(content);
  if (inner === '') return undefined;
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return new Xml(`<${name}${written.join('')}>${inner}</${name}>`);
}

/** An element that has to be there, also when it is empty. */
export const requiredElement = (name: string, content: Content): Xml =>
  element(name, content) ?? new Xml(`<${name}></${name}>`);

function write(content: Content): string {
  if (content === null || content === undefined) return '';
  if (content instanceof Xml) return content.source;
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return content.map(write).join('');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that no XML may contain go, all others stay as they are. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
