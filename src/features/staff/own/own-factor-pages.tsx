import { ButtonLink, ErrorSummary, type Frame, Layout, PageHeading } from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { CodesCard } from '../../recovery-codes/index.ts';
import { SetUpCard, type SetUpView } from '../../second-factor/index.ts';
import { OWN_ACCESS, OWN_APP } from '../paths.ts';
import { words } from '../words.ts';

/** Puts another app in the place of the one that there is. */
export function ExchangeAppPage(props: { frame: Frame; view: SetUpView; errors: FormErrors }) {
  const { frame, view, errors } = props;
  const t = words[frame.language].own;
  return (
    <Layout frame={frame} title={t.exchangeTitle} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.exchangeTitle} lead={t.exchangeLead} back={{ href: OWN_ACCESS, text: t.back }} />
      <ErrorSummary frame={frame} errors={errors} />
      <SetUpCard frame={frame} view={view} action={OWN_APP} errors={errors} />
    </Layout>
  );
}

/** The new recovery codes, this one time. */
export function OwnCodesPage(props: { frame: Frame; codes: readonly string[]; login: string; date: string }) {
  const { frame, codes, login, date } = props;
  const t = words[frame.language].own;
  return (
    <Layout frame={frame} title={t.codesTitle} width="narrow">
      <PageHeading title={t.codesTitle} />
      <CodesCard frame={frame} codes={codes} login={login} date={date}>
        <ButtonLink kind="primary" href={OWN_ACCESS}>
          {t.back}
        </ButtonLink>
      </CodesCard>
    </Layout>
  );
}
