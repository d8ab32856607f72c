/** Reads a quantity as the server does: digits and nothing else. What is no count is undefined. */
export function readQuantity(typed: string): number | undefined {
  return /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : undefined;
}
