import { ButtonLink, type Frame } from '../../../ui/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { words } from '../words.ts';
import { CodesCard } from './codes-card.tsx';

export interface CodesPageProps {
  frame: Frame;
  codes: readonly string[];
  login: string;
  date: string;
  next: string;
}

/** The recovery codes, after something was set up in the account area. */
export function CodesPage({ frame, codes, login, date, next }: CodesPageProps) {
  return (
    <AccountLayout frame={frame} title={words[frame.language].title} tab="/konto/sicherheit">
      <CodesCard frame={frame} codes={codes} login={login} date={date}>
        <ButtonLink kind="primary" href={next}>
          {words[frame.language].goOn}
        </ButtonLink>
      </CodesCard>
    </AccountLayout>
  );
}
