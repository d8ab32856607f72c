/** Reads what was typed into a quantity field: "1.250" and "1 250" are 1250; what is no count is undefined. */
export function readQuantity(typed: string): number | undefined {
  const digits = typed.trim().replace(/[\s.,'](?=\d{3}(?!\d))/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
