import {
  Actions,
  Button,
  Card,
  CheckboxField,
  ErrorSummary,
  FieldRow,
  Form,
  type Frame,
  Hidden,
  Layout,
  Notice,
  PageHeading,
  SelectField,
  type SelectOption,
  TextAreaField,
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { DESK_HELP } from '../paths.ts';
import { words } from '../words.ts';

export const ENTRY_FIELDS = [
  'topic',
  'position',
  'questionDe',
  'questionEn',
  'answerDe',
  'answerEn',
  'keywordsDe',
  'keywordsEn',
  'published',
] as const;
export type EntryValues = Readonly<Record<(typeof ENTRY_FIELDS)[number], string>>;

export interface EntryPageProps {
  frame: Frame;
  action: string;
  /** Of the entry that is changed; undefined for a new one. */
  version: number | undefined;
  values: EntryValues;
  topics: readonly SelectOption[];
  errors: FormErrors;
  /** What a colleague has made of it meanwhile. */
  stored: EntryValues | undefined;
  done: boolean;
}

/** The form of one question with its answer, in both languages. */
export function EntryPage(props: EntryPageProps) {
  const { frame, version, errors, stored, done } = props;
  const t = words[frame.language].form;
  const title = version === undefined ? t.newTitle : t.editTitle;
  return (
    <Layout frame={frame} title={title} active="/desk/anfragen" failed={errors.status >= 400}>
      <PageHeading title={title} back={{ href: DESK_HELP, text: t.back }} />
      {stored ? (
        <Notice tone="danger" title={t.staleTitle} live>
          <p>{t.staleText}</p>
        </Notice>
      ) : (
        <ErrorSummary frame={frame} errors={errors} />
      )}
      {done && (
        <Notice tone="ok" live>
          <p>{t.done}</p>
        </Notice>
      )}
      {stored && (
        <Card title={t.stored}>
          <h3>{stored.questionDe}</h3>
          <p class="said">{stored.answerDe}</p>
          <h3 lang="en">{stored.questionEn}</h3>
          <p class="said" lang="en">
            {stored.answerEn}
          </p>
        </Card>
      )}
      <Card>
        <EntryForm {...props} />
      </Card>
    </Layout>
  );
}

function EntryForm({ frame, action, version, values, topics, errors }: EntryPageProps) {
  const t = words[frame.language].form;
  const field = (name: (typeof ENTRY_FIELDS)[number]) => ({
    name,
    label: t[name],
    value: values[name],
    error: errors.of(name),
  });
  return (
    <Form frame={frame} action={action}>
      {version !== undefined && <Hidden name="version" value={`${version}`} />}
      <FieldRow>
        <SelectField {...field('topic')} options={topics} />
        <TextField {...field('position')} hint={t.positionHint} inputMode="numeric" width="short" />
      </FieldRow>
      <FieldRow>
        <TextField {...field('questionDe')} maxLength={200} />
        <TextField {...field('questionEn')} maxLength={200} />
      </FieldRow>
      <FieldRow>
        <TextAreaField {...field('answerDe')} hint={t.answerHint} rows={10} maxLength={5000} />
        <TextAreaField {...field('answerEn')} hint={t.answerHint} rows={10} maxLength={5000} />
      </FieldRow>
      <FieldRow>
        <TextField {...field('keywordsDe')} optional hint={t.keywordsHint} maxLength={300} />
        <TextField {...field('keywordsEn')} optional hint={t.keywordsHint} maxLength={300} />
      </FieldRow>
      <CheckboxField name="published" label={t.published} value="1" checked={values.published === '1'} />
      <Actions>
        <Button>{t.save}</Button>
      </Actions>
    </Form>
  );
}
