import { Button, ErrorSummary, Form, type Frame, Layout, PageHeading, Stack } from '../../../ui/index.ts';
import { NewPasskeyCard, type NewPasskeyCardProps } from '../../passkeys/index.ts';
import { CodesCard } from '../../recovery-codes/index.ts';
import { SetUpCard, type SetUpView, secondFactorWords } from '../../second-factor/index.ts';
import type { Onward } from '../onward.ts';
import { ENROL, SIGN_OUT } from '../paths.ts';
import { OnwardButton } from './onward-button.tsx';
import { OnwardFields } from './onward-fields.tsx';

export interface EnrolPageProps {
  /** Which firm asks for a second factor. */
  firm: string;
  view: SetUpView;
  passkey: NewPasskeyCardProps;
  onward: Onward;
}

/** Sets up a second factor before anything else, because the firm asks for one. */
export function EnrolPage({ firm, view, passkey, onward }: EnrolPageProps) {
  const { frame, errors } = passkey;
  const t = secondFactorWords[frame.language];
  const carried = <OnwardFields onward={onward} />;
  return (
    <Layout frame={frame} title={t.enrol.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.enrol.title} lead={t.enrol.lead({ firm })} />
      <ErrorSummary frame={frame} errors={errors} />
      <Stack>
        <SetUpCard frame={frame} view={view} action={ENROL} errors={errors}>
          {carried}
        </SetUpCard>
        <NewPasskeyCard {...passkey}>{carried}</NewPasskeyCard>
        <Form frame={frame} action={SIGN_OUT} plain>
          <Button kind="quiet">{t.step.cancel}</Button>
        </Form>
      </Stack>
    </Layout>
  );
}

export interface EnrolledPageProps {
  frame: Frame;
  codes: readonly string[];
  login: string;
  date: string;
  onward: Onward;
}

/** It is set up: shows the recovery codes once, and leads on. */
export function EnrolledPage({ frame, codes, login, date, onward }: EnrolledPageProps) {
  const title = secondFactorWords[frame.language].enrol.done;
  return (
    <Layout frame={frame} title={title} width="narrow">
      <PageHeading title={title} />
      <CodesCard frame={frame} codes={codes} login={login} date={date}>
        <OnwardButton frame={frame} onward={onward} />
      </CodesCard>
    </Layout>
  );
}
