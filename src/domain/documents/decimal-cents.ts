/** An amount as people and programs write it, `1234,56` or `-1234.5`, in whole cents; undefined for anything else. */
export function decimalCents(typed: string): number | undefined {
  const parts = /^(-?)(\d{1,10})(?:[.,](\d{1,2}))?$/.exec(typed.trim());
  if (!parts) return undefined;
  const cents = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'));
  return parts[1] ? 0 - cents : cents;
}
