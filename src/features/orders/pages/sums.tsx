import { DescriptionList, type Frame } from '../../../ui/index.ts';
import type { OrderView } from '../view.ts';

/** Net, VAT and gross below each other. */
export function Sums({ frame, sums }: { frame: Frame; sums: OrderView['sums'] }) {
  return (
    <DescriptionList
      frame={frame}
      sums
      items={sums.map(({ term, amount, strong }) => ({ term, value: strong ? <b>{amount}</b> : amount }))}
    />
  );
}
