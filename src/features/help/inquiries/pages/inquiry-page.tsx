import {
  Actions,
  Badge,
  Button,
  Card,
  DescriptionList,
  ErrorSummary,
  Form,
  type Frame,
  Layout,
  Notice,
  PageHeading,
  Split,
  TextAreaField,
} from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import { HELP, INQUIRIES, inquiryHref } from '../../paths.ts';
import type { ThreadView } from '../view.ts';
import { words } from '../words.ts';
import { Messages } from './messages.tsx';

export interface InquiryPageProps {
  frame: Frame;
  thread: ThreadView;
  typed: string;
  errors: FormErrors;
  done: string | undefined;
}

/** One question with everything that was said, and the way to go on. */
export function InquiryPage({ frame, thread, typed, errors, done }: InquiryPageProps) {
  const t = words[frame.language].thread;
  const title = t.title({ number: thread.number });
  return (
    <Layout frame={frame} title={title} active={HELP} failed={errors.status >= 400}>
      <PageHeading
        title={thread.subject}
        lead={
          <>
            {title} <Badge tone={thread.state.tone}>{thread.state.text}</Badge>
          </>
        }
        back={{ href: INQUIRIES, text: t.back }}
      />
      <ErrorSummary frame={frame} errors={errors} />
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
      <Split>
        <Card title={t.messages}>
          <Messages frame={frame} messages={thread.messages} />
          <Form frame={frame} action={inquiryHref(thread.number)} label={t.reply}>
            <TextAreaField
              name="message"
              label={t.replyLabel}
              hint={thread.isClosed ? t.replyClosed : undefined}
              error={errors.of('message')}
              value={typed}
              rows={5}
              maxLength={5000}
            />
            <Actions>
              <Button>{t.send}</Button>
            </Actions>
          </Form>
        </Card>
        <Card title={t.facts}>
          <DescriptionList frame={frame} items={thread.facts} />
        </Card>
      </Split>
    </Layout>
  );
}
