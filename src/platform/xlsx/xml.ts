/** The most that a cell holds; a spreadsheet would call a file with more damaged. */
const LONGEST = 32_767;

// What XML 1.0 cannot hold at all, not even escaped.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as the content of an element. `_x000D_` and its kind mean characters to a spreadsheet: the mark is spelt out. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .slice(0, LONGEST)
    .toWellFormed()
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
