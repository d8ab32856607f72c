import type { ComponentChildren } from 'preact';

/** The three sums of a basket. The browser module writes into elements marked with these names. */
export type TotalKind = 'net' | 'vat' | 'gross';

/** A sum that follows the quantities while they are typed; `children` is what the server reckoned. */
export function LiveTotal({ of, children }: { of: TotalKind; children: ComponentChildren }) {
  return (
    <output class="num" data-total={of}>
      {children}
    </output>
  );
}
