import { TextAreaField } from '../../../ui/index.ts';
import { AskPage, type AskPageProps, declineHref } from '../../orders/index.ts';
import { words } from '../words.ts';

export interface DeclinePageProps extends Pick<AskPageProps, 'frame' | 'order' | 'isPossible' | 'errors'> {
  reason: string;
}

/** Asks before declining, and for the reason. */
export function DeclinePage(props: DeclinePageProps) {
  const { frame, order, reason, errors } = props;
  const t = words[frame.language].decline;
  const facts = [
    { term: t.service, value: order.service },
    ...order.details,
    { term: t.sum, value: order.sums.at(-1)?.amount ?? '' },
  ];
  return (
    <AskPage {...props} words={t} facts={facts} action={declineHref(order.number)}>
      <TextAreaField
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        maxLength={500}
        value={reason}
        error={errors.of('reason')}
      />
    </AskPage>
  );
}
