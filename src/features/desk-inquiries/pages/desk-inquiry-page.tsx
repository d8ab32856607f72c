import {
  Actions,
  Badge,
  Button,
  Card,
  DescriptionList,
  ErrorSummary,
  Form,
  type Frame,
  Hidden,
  Layout,
  Notice,
  PageHeading,
  SelectField,
  type SelectOption,
  Split,
  Stack,
  TextAreaField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { Messages } from '../../help/index.ts';
import { deskInquiryHref, INBOX } from '../paths.ts';
import type { DeskThreadView } from '../view.ts';
import { words } from '../words.ts';

export interface DeskInquiryPageProps {
  frame: Frame;
  thread: DeskThreadView;
  /** Who could take it; `isMine` when it is the reader's. */
  staff: readonly SelectOption[];
  ownId: string;
  typed: { readonly message: string; readonly note: string };
  errors: FormErrors;
  /** Somebody else was faster: what was typed stands beside the new state. */
  isStale: boolean;
  done: string | undefined;
}

export function DeskInquiryPage(props: DeskInquiryPageProps) {
  const { frame, thread, errors, isStale, done } = props;
  const t = words[frame.language].thread;
  const title = t.title({ number: thread.number });
  return (
    <Layout frame={frame} title={title} active={INBOX} failed={errors.status >= 400}>
      <PageHeading
        title={thread.subject}
        lead={
          <>
            {title} <Badge tone={thread.state.tone}>{thread.state.text}</Badge>
          </>
        }
        back={{ href: INBOX, text: t.back }}
      />
      {isStale ? (
        <Notice tone="danger" title={t.staleTitle} live>
          <p>{t.staleText}</p>
        </Notice>
      ) : (
        <ErrorSummary frame={frame} errors={errors} />
      )}
      {done && (
        <Notice tone="ok" live>
          <p>{done}</p>
        </Notice>
      )}
      {thread.isOverdue && (
        <Notice tone="warn">
          <p>{t.overdue}</p>
        </Notice>
      )}
      {thread.takenBy && (
        <Notice tone="info">
          <p>{thread.takenBy}</p>
        </Notice>
      )}
      <Split>
        <Stack>
          <Card title={t.messages}>
            <Messages frame={frame} messages={thread.messages} />
          </Card>
          <Answer {...props} />
        </Stack>
        <Stack>
          <Card title={t.facts}>
            {thread.isUnproved && <p class="hint">{t.unproved}</p>}
            <DescriptionList
              frame={frame}
              items={thread.facts.map(({ term, value, href }) => ({
                term,
                value: href ? <a href={href}>{value}</a> : value,
              }))}
            />
          </Card>
          <Assignee {...props} />
          <Note {...props} />
        </Stack>
      </Split>
    </Layout>
  );
}

const Version = ({ thread }: DeskInquiryPageProps) => <Hidden name="version" value={`${thread.version}`} />;

function Answer(props: DeskInquiryPageProps) {
  const { frame, thread, typed, errors } = props;
  const t = words[frame.language].thread;
  const href = deskInquiryHref(thread.number);
  return (
    <Card title={t.answer}>
      <Form frame={frame} action={`${href}/antworten`} label={t.answer}>
        <Version {...props} />
        <TextAreaField
          name="message"
          label={t.answerLabel}
          hint={t.answerHint}
          value={typed.message}
          error={errors.of('message')}
          rows={8}
          maxLength={5000}
        />
        <Actions>
          <Button>{t.sendAnswer}</Button>
          <Button kind="secondary" name="close" value="1">
            {t.sendAndClose}
          </Button>
        </Actions>
      </Form>
      <Form frame={frame} action={`${href}/${thread.isOpen ? 'schliessen' : 'oeffnen'}`} plain>
        <Version {...props} />
        <Button kind="quiet">{thread.isOpen ? t.close : t.reopen}</Button>
      </Form>
    </Card>
  );
}

function Assignee(props: DeskInquiryPageProps) {
  const { frame, thread, staff, ownId, errors } = props;
  const t = words[frame.language].thread;
  const action = `${deskInquiryHref(thread.number)}/zuweisen`;
  return (
    <Card title={t.assignee}>
      {ownId !== '' && `${thread.assigneeId ?? ''}` !== ownId && (
        <Form frame={frame} action={action} plain>
          <Version {...props} />
          <Hidden name="assigneeId" value={ownId} />
          <Button kind="secondary">{t.take}</Button>
        </Form>
      )}
      <Form frame={frame} action={action} label={t.assignee}>
        <Version {...props} />
        <SelectField
          name="assigneeId"
          label={t.assignee}
          optional
          placeholder={t.nobody}
          options={staff}
          value={`${thread.assigneeId ?? ''}`}
          error={errors.of('assigneeId')}
        />
        <Actions>
          <Button kind="secondary">{t.assign}</Button>
        </Actions>
      </Form>
    </Card>
  );
}

function Note(props: DeskInquiryPageProps) {
  const { frame, thread, typed, errors } = props;
  const t = words[frame.language].thread;
  return (
    <Card title={t.note}>
      <Form frame={frame} action={`${deskInquiryHref(thread.number)}/notiz`} label={t.note}>
        <Version {...props} />
        <TextAreaField
          name="note"
          label={t.noteLabel}
          hint={t.noteHint}
          value={typed.note}
          error={errors.of('note')}
          rows={3}
          maxLength={5000}
        />
        <Actions>
          <Button kind="secondary">{t.saveNote}</Button>
        </Actions>
      </Form>
    </Card>
  );
}
