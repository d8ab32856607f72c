import {
  Actions,
  Button,
  Card,
  EmailField,
  ErrorSummary,
  FieldRow,
  Form,
  type Frame,
  Layout,
  PageHeading,
  SelectField,
  type SelectOption,
  Split,
  Stack,
  TextAreaField,
  TextField,
} from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import { PhoneCard } from '../../hours/phone-card.tsx';
import type { HoursView } from '../../hours/view.ts';
import { CONTACT, HELP } from '../../paths.ts';
import { TRAP } from '../trap.ts';
import { words } from '../words.ts';

export const ASK_FIELDS = [
  'name',
  'email',
  'customerNumber',
  'topic',
  'order',
  'subject',
  'message',
  'phone',
] as const;

export interface AskPageProps {
  frame: Frame;
  /** Born with the form: a resend is the same question. */
  formKey: string;
  typed: Readonly<Record<(typeof ASK_FIELDS)[number], string>>;
  errors: FormErrors;
  topics: readonly SelectOption[];
  /** Undefined for visitors, who have no orders here. */
  orders: readonly SelectOption[] | undefined;
  hours: HoursView;
}

/** The form for questions. */
export function AskPage(props: AskPageProps) {
  const { frame, errors, hours } = props;
  const t = words[frame.language].ask;
  return (
    <Layout frame={frame} title={t.title} active={HELP} failed={errors.status >= 400}>
      <PageHeading title={t.title} lead={t.lead} />
      <ErrorSummary frame={frame} errors={errors} />
      <Split>
        <Card>
          {!frame.viewer && (
            <p class="hint">
              {t.visitorHint} <a href="/anmelden">{t.signIn}</a>
            </p>
          )}
          <AskForm {...props} />
        </Card>
        <Stack>
          <PhoneCard frame={frame} hours={hours} />
          <Card>
            <p>
              {t.faqFirst} <a href={HELP}>{t.toFaq}</a>
            </p>
          </Card>
        </Stack>
      </Split>
    </Layout>
  );
}

function AskForm({ frame, formKey, typed, errors, topics, orders }: AskPageProps) {
  const t = words[frame.language].ask;
  const field = (name: (typeof ASK_FIELDS)[number]) => ({
    name,
    label: t[name],
    value: typed[name],
    error: errors.of(name),
  });
  return (
    <Form frame={frame} action={CONTACT} idempotencyKey={formKey}>
      {!orders && (
        <>
          <FieldRow>
            <TextField {...field('name')} maxLength={200} autocomplete="name" />
            <EmailField {...field('email')} hint={t.emailHint} />
          </FieldRow>
          <TextField
            {...field('customerNumber')}
            optional
            hint={t.customerNumberHint}
            maxLength={40}
            autocomplete="off"
            spellcheck={false}
            width="short"
          />
        </>
      )}
      <SelectField {...field('topic')} options={topics} placeholder={t.chooseTopic} />
      {orders && (
        <SelectField
          {...field('order')}
          optional
          hint={t.orderHint}
          options={orders}
          placeholder={t.noOrder}
        />
      )}
      <TextField {...field('subject')} maxLength={150} autocomplete="off" />
      <TextAreaField {...field('message')} hint={t.messageHint} rows={8} maxLength={5000} />
      <TextField
        {...field('phone')}
        optional
        hint={t.phoneHint}
        maxLength={60}
        autocomplete="tel"
        inputMode="tel"
      />
      {!orders && <Trap label={t.trap} />}
      {orders && <p class="hint">{t.adminsRead}</p>}
      <Actions>
        <Button>{t.send}</Button>
      </Actions>
    </Form>
  );
}

/** A field that people neither see nor reach, and that programs fill in because it is there. */
function Trap({ label }: { label: string }) {
  return (
    <div class="trap" aria-hidden="true">
      <label for="f-trap">{label}</label>
      <input id="f-trap" name={TRAP} type="text" value="" tabIndex={-1} autocomplete="off" />
    </div>
  );
}
