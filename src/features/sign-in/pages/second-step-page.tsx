import {
  Actions,
  Button,
  Card,
  CheckboxField,
  ErrorSummary,
  Form,
  type Frame,
  fieldId,
  Layout,
  PageHeading,
  PhoneLink,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { PasskeyForm, passkeyWords } from '../../passkeys/index.ts';
import { CodeField, secondFactorWords } from '../../second-factor/index.ts';
import type { Onward } from '../onward.ts';
import { SECOND_STEP, SIGN_OUT, STEP_PASSKEY } from '../paths.ts';
import { OnwardFields } from './onward-fields.tsx';

export interface SecondStepPageProps {
  frame: Frame;
  /** Who is signing in. */
  email: string;
  /** There is an app or a recovery code left. */
  takesCode: boolean;
  hasTotp: boolean;
  takesPasskey: boolean;
  /** The box for this device was ticked before something else was wrong. */
  wantsTrust: boolean;
  onward: Onward;
  errors: FormErrors;
}

/** Asks for the second factor, after a right password. */
export function SecondStepPage(props: SecondStepPageProps) {
  const { frame, email, takesCode, hasTotp, takesPasskey, wantsTrust, onward, errors } = props;
  const t = secondFactorWords[frame.language].step;
  const passkey = (
    <PasskeyForm
      frame={frame}
      kind="get"
      action={STEP_PASSKEY}
      text={passkeyWords[frame.language].useForStep}
      button={hasTotp ? 'secondary' : 'primary'}
      copied={takesCode ? { trust: fieldId('trust') } : {}}
    >
      <OnwardFields onward={onward} />
    </PasskeyForm>
  );
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.title} lead={t.lead({ email })} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        {takesPasskey && !hasTotp && passkey}
        {takesCode && (
          <Form frame={frame} action={SECOND_STEP}>
            <OnwardFields onward={onward} />
            <CodeField
              label={hasTotp ? t.code : t.recovery}
              hint={hasTotp ? t.codeHint : undefined}
              errors={errors}
            />
            <CheckboxField name="trust" label={t.trust} hint={t.trustHint} checked={wantsTrust} />
            <Actions>
              <Button kind={hasTotp ? 'primary' : 'secondary'}>{t.submit}</Button>
            </Actions>
          </Form>
        )}
        {takesPasskey && hasTotp && passkey}
        {takesPasskey && (
          <noscript>
            <p class="hint">{passkeyWords[frame.language].needsScript}</p>
          </noscript>
        )}
        <Form frame={frame} action={SIGN_OUT} plain>
          <Button kind="quiet">{t.cancel}</Button>
        </Form>
      </Card>
      <p class="hint">
        {t.lost} <PhoneLink number={frame.carrier.phone} />
      </p>
    </Layout>
  );
}
