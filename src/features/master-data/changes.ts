/** The values that differ, as they were and as they will be; undefined when nothing does. */
export function changesBetween<V extends object>(
  before: V,
  after: V,
): { readonly before: Partial<V>; readonly after: Partial<V> } | undefined {
  const changed = Object.keys(after).filter(
    (key) => JSON.stringify(before[key as keyof V]) !== JSON.stringify(after[key as keyof V]),
  );
  return changed.length === 0 ? undefined : { before: pick(before, changed), after: pick(after, changed) };
}

/** The values that say something: for the record of what was added or removed. */
export function filledValues<V extends object>(values: V): Partial<V> {
  const isFilled = (value: unknown) =>
    Array.isArray(value) ? value.length > 0 : value !== '' && value !== false && value !== null;
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isFilled(value))) as Partial<V>;
}

const pick = <V extends object>(values: V, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, values[key as keyof V]])) as Partial<V>;
