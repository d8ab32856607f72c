const NAME = /\b(?:from|into|update|join)\s+(?:only\s+)?"?([a-z_][\w.]*)/i;
const CALL = /^\s*select\s+(?:\*\s+from\s+)?([a-z_]\w*)\s*\(/i;

/**
 * A statement by what it does and the first table (or function) that it names, for example `select service_order`. Its
 * text never leaves the program, whatever somebody may once write into one.
 */
export function statementName(text: string): { readonly operation: string; readonly name: string } {
  const operation = /^\s*([a-z]+)/i.exec(text)?.[1]?.toLowerCase() ?? 'statement';
  const thing = CALL.exec(text)?.[1] ?? NAME.exec(text.replaceAll('"', ''))?.[1];
  return { operation, name: thing ? `${operation} ${thing.toLowerCase()}` : operation };
}
