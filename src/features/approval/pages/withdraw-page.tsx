import { AskPage, type AskPageProps, withdrawHref } from '../../orders/index.ts';
import { words } from '../words.ts';

export type WithdrawPageProps = Pick<AskPageProps, 'frame' | 'order' | 'isPossible' | 'errors'>;

/** Asks before an order that waits is taken back. */
export function WithdrawPage(props: WithdrawPageProps) {
  const { frame, order } = props;
  const t = words[frame.language];
  return (
    <AskPage
      {...props}
      words={t.withdraw}
      facts={[{ term: t.decline.service, value: order.service }, ...order.details]}
      action={withdrawHref(order.number)}
    />
  );
}
