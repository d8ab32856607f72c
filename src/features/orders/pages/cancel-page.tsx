import { orderHref } from '../view.ts';
import { words } from '../words.ts';
import { AskPage, type AskPageProps } from './ask-page.tsx';

export type CancelPageProps = Pick<AskPageProps, 'frame' | 'order' | 'isPossible' | 'errors'>;

/** Asks before cancelling. */
export function CancelPage(props: CancelPageProps) {
  const { frame, order } = props;
  const t = words[frame.language].cancel;
  return (
    <AskPage
      {...props}
      words={t}
      facts={[{ term: t.service, value: order.service }, ...order.details]}
      action={`${orderHref(order.number)}/stornieren`}
    />
  );
}
