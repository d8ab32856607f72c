import { ErrorSummary } from '../../../ui/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { words } from '../words.ts';
import { SetUpCard, type SetUpCardProps } from './set-up-card.tsx';

/** The page on which somebody who is signed in sets their app up. */
export function SetUpPage(props: SetUpCardProps) {
  const { frame, errors } = props;
  const t = words[frame.language].setUp;
  return (
    <AccountLayout frame={frame} title={t.title} tab="/konto/sicherheit" failed={errors.summary.length > 0}>
      <ErrorSummary frame={frame} errors={errors} />
      <SetUpCard {...props} />
    </AccountLayout>
  );
}
