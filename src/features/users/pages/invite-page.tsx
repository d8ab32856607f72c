import {
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  Form,
  type Frame,
  SelectField,
  TextAreaField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { INVITE, USERS } from '../paths.ts';
import type { RightsView } from '../rights-form.ts';
import { words } from '../words.ts';
import { RightsFields } from './rights-fields.tsx';

export interface InvitePageProps {
  frame: Frame;
  emails: string;
  language: string;
  rights: RightsView;
  errors: FormErrors;
}

/** One or many e-mails, rights, language. */
export function InvitePage({ frame, emails, language, rights, errors }: InvitePageProps) {
  const t = words[frame.language].invite;
  return (
    <AccountLayout frame={frame} title={t.title} tab={USERS} failed={errors.summary.length > 0}>
      <ErrorSummary frame={frame} errors={errors} />
      <Card title={t.title}>
        <p>{t.lead}</p>
        <Form frame={frame} action={INVITE}>
          <TextAreaField
            name="emails"
            label={t.emails}
            hint={t.emailsHint}
            error={errors.of('emails')}
            value={emails}
            rows={3}
          />
          <RightsFields frame={frame} view={rights} />
          <SelectField
            name="language"
            label={t.language}
            error={errors.of('language')}
            value={language}
            options={[
              { value: 'de', label: t.languages.de },
              { value: 'en', label: t.languages.en },
            ]}
          />
          <Actions>
            <Button>{t.submit}</Button>
            <ButtonLink href={USERS}>{t.cancel}</ButtonLink>
          </Actions>
        </Form>
      </Card>
    </AccountLayout>
  );
}
