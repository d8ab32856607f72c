/**
 * How many somebody usually orders: what they ordered most often, of two the newer.
 * @param quantities of the last orders, the newest first; undefined comes out when there are none
 */
export function usualQuantity(quantities: readonly number[]): number | undefined {
  const times = Map.groupBy(quantities, (quantity) => quantity);
  let usual: number | undefined;
  let most = 0;
  // a Map keeps the order of first appearance: of two that are as frequent the newer one comes first
  for (const [quantity, { length }] of times) {
    if (length <= most) continue;
    usual = quantity;
    most = length;
  }
  return usual;
}
