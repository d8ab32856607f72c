import { ErrorSummary } from '../../../ui/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { words } from '../words.ts';
import { NewPasskeyCard, type NewPasskeyCardProps } from './new-passkey-card.tsx';

/** The page on which somebody who is signed in adds a passkey. */
export function NewPasskeyPage(props: NewPasskeyCardProps) {
  const { frame, errors } = props;
  const t = words[frame.language];
  return (
    <AccountLayout frame={frame} title={t.title} tab="/konto/sicherheit" failed={errors.summary.length > 0}>
      <ErrorSummary frame={frame} errors={errors} />
      <NewPasskeyCard {...props} />
    </AccountLayout>
  );
}
