import { type Frame, Notice } from '../../../ui/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { SECURITY } from '../paths.ts';
import type { SecurityView } from '../view.ts';
import { type Done, words } from '../words.ts';
import { DevicesCard } from './devices-card.tsx';
import { FactorCard } from './factor-card.tsx';
import { FirmCard } from './firm-card.tsx';
import { PasskeysCard } from './passkeys-card.tsx';
import { SessionsCard } from './sessions-card.tsx';

export interface SecurityPageProps {
  frame: Frame;
  view: SecurityView;
  done: Done | undefined;
}

/** How the person signs in, and where they are signed in. */
export function SecurityPage({ frame, view, done }: SecurityPageProps) {
  const t = words[frame.language];
  return (
    <AccountLayout frame={frame} title={t.title} tab={SECURITY}>
      {done && (
        <Notice tone="ok" live>
          <p>{t.done[done]}</p>
        </Notice>
      )}
      <FactorCard frame={frame} view={view} />
      <PasskeysCard frame={frame} view={view} />
      <SessionsCard frame={frame} view={view} />
      <DevicesCard frame={frame} view={view} />
      <FirmCard frame={frame} view={view} />
    </AccountLayout>
  );
}
