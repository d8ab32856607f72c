import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckboxField,
  DescriptionList,
  EmailField,
  ErrorSummary,
  Form,
  type Frame,
  Hidden,
  Layout,
  Notice,
  PageHeading,
  RadioCards,
  SelectField,
  Split,
  TextField,
} from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import { NEW_STAFF, STAFF, staffHref } from '../../paths.ts';
import { words } from '../../words.ts';
import type { RoleTick } from '../view.ts';

interface Details {
  readonly name: string;
  readonly language: string;
}

export interface StaffFormProps {
  frame: Frame;
  values: Details;
  roles: readonly RoleTick[];
  errors: FormErrors;
}

/** Somebody new. */
export function NewStaffPage(props: StaffFormProps & { email: string; handOver: string }) {
  const { frame, errors, email, handOver } = props;
  const t = words[frame.language].form;
  return (
    <Layout frame={frame} title={t.createTitle} active={STAFF} failed={errors.summary.length > 0}>
      <PageHeading title={t.createTitle} back={{ href: STAFF, text: t.back }} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <Form frame={frame} action={NEW_STAFF}>
          <EmailField
            name="email"
            label={t.email}
            error={errors.of('email')}
            value={email}
            autocomplete="off"
          />
          <DetailFields {...props} />
          <RadioCards
            name="handOver"
            legend={t.handOver}
            error={errors.of('handOver')}
            value={handOver}
            groups={[
              {
                options: [
                  { value: 'mail', title: t.mail.title, detail: t.mail.text },
                  { value: 'show', title: t.show.title, detail: t.show.text },
                ],
              },
            ]}
          />
          <Actions>
            <Button>{t.create}</Button>
            <ButtonLink href={STAFF}>{t.back}</ButtonLink>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}

function DetailFields({ frame, values, roles, errors }: StaffFormProps) {
  const t = words[frame.language].form;
  return (
    <>
      <TextField
        name="name"
        label={t.name}
        error={errors.of('name')}
        value={values.name}
        maxLength={100}
        autocomplete="off"
      />
      <fieldset class="field rights">
        <legend>{t.roles}</legend>
        <p class="hint">{t.rolesHint}</p>
        {roles.map(({ field, name, text, isChecked }, at) => (
          <CheckboxField
            key={field}
            name={field}
            label={name}
            hint={text}
            checked={isChecked}
            error={at === 0 ? errors.of('roles') : undefined}
          />
        ))}
      </fieldset>
      <SelectField
        name="language"
        label={t.language}
        error={errors.of('language')}
        value={values.language}
        options={[
          { value: 'de', label: t.languages.de },
          { value: 'en', label: t.languages.en },
        ]}
      />
    </>
  );
}

export interface StaffPageProps extends StaffFormProps {
  account: {
    readonly id: number;
    readonly name: string;
    readonly email: string;
    readonly isActive: boolean;
    readonly lastSignIn: string;
    readonly factor: string;
    readonly state: string;
  };
  /** The version that the form shows. */
  seen: string;
  isLastAdmin: boolean;
}

/** One account: name and roles, and how the person signs in. */
export function StaffPage(props: StaffPageProps) {
  const { frame, account, seen, errors, isLastAdmin } = props;
  const t = words[frame.language];
  const title = t.form.editTitle(account);
  return (
    <Layout frame={frame} title={title} active={STAFF} failed={errors.summary.length > 0}>
      <PageHeading title={title} back={{ href: STAFF, text: t.form.back }} />
      <ErrorSummary frame={frame} errors={errors} />
      {isLastAdmin && (
        <Notice tone="info">
          <p>{t.access.isLastAdmin}</p>
        </Notice>
      )}
      <Split>
        <Card title={t.form.details}>
          <Form frame={frame} action={staffHref(account.id)}>
            <Hidden name="seen" value={seen} />
            <DetailFields {...props} />
            <Actions>
              <Button>{t.form.save}</Button>
            </Actions>
          </Form>
        </Card>
        <AccessCard {...props} />
      </Split>
    </Layout>
  );
}

function AccessCard({ frame, account, isLastAdmin }: StaffPageProps) {
  const t = words[frame.language];
  const href = staffHref(account.id);
  const post = (path: string, button: string, hint?: string) => (
    <Form frame={frame} action={`${href}/${path}`} plain>
      <Button kind="secondary" about={account.name}>
        {button}
      </Button>
      {hint && <p class="hint">{hint}</p>}
    </Form>
  );
  return (
    <Card title={t.access.title}>
      <DescriptionList
        frame={frame}
        items={[
          { term: t.form.email, value: account.email },
          { term: t.access.state, value: account.state },
          { term: t.access.lastSignIn, value: account.lastSignIn },
          { term: t.access.factor, value: account.factor },
        ]}
      />
      {account.isActive && (
        <>
          <Form frame={frame} action={`${href}/passwort`} plain>
            <h3>{t.access.password}</h3>
            <p class="hint">{t.access.passwordHint}</p>
            <Actions>
              <Button kind="secondary" name="handOver" value="mail">
                {t.access.byMail}
              </Button>
              <Button kind="secondary" name="handOver" value="show">
                {t.access.shown}
              </Button>
            </Actions>
          </Form>
          {post('zweiter-faktor', t.access.reset, t.access.resetHint)}
          {!isLastAdmin && post('sperren', t.access.deactivate, t.access.deactivateHint)}
        </>
      )}
      {!account.isActive && post('oeffnen', t.access.reactivate)}
    </Card>
  );
}

/** The one-time password, this one time. */
export function StaffSecretPage(props: {
  frame: Frame;
  name: string;
  secret: string;
  until: string;
  address: string;
}) {
  const { frame, name, secret, until, address } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.secret.title} active={STAFF} width="narrow">
      <PageHeading title={t.secret.title} lead={t.secret.lead({ name, until })} />
      <Card>
        <Notice tone="warn" title={t.secret.once}>
          <p>{t.secret.onceText}</p>
        </Notice>
        <p>
          <code class="one-time">{secret}</code>
        </p>
        <p>
          {t.secret.address} <code>{address}</code>
        </p>
        <Actions>
          <ButtonLink kind="primary" href={STAFF}>
            {t.form.back}
          </ButtonLink>
        </Actions>
      </Card>
    </Layout>
  );
}
