import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  Form,
  type Frame,
  Hidden,
  Layout,
  PageHeading,
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { TEMPLATES } from '../paths.ts';
import { words } from '../words.ts';

export interface TemplatePageProps {
  frame: Frame;
  title: string;
  action: string;
  /** Of a new template: the order that it is made from. */
  number?: string;
  /** Of one that exists: where it is deleted. */
  removeAction?: string;
  name: string;
  errors: FormErrors;
}

export function TemplatePage(props: TemplatePageProps) {
  const { frame, title, action, number, removeAction, name, errors } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={title} active="/auftraege" failed={errors.status !== 200}>
      <PageHeading title={title} back={{ href: TEMPLATES, text: t.title }} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <Form frame={frame} action={action}>
          {number !== undefined && <Hidden name="number" value={number} />}
          <TextField
            name="name"
            label={t.name}
            hint={t.nameHint}
            value={name}
            maxLength={80}
            error={errors.of('name')}
          />
          <Actions>
            <Button>{t.save}</Button>
          </Actions>
        </Form>
      </Card>
      {removeAction && (
        <Card title={t.remove}>
          <p>{t.removeText}</p>
          <Form frame={frame} action={removeAction} plain>
            <Button kind="danger">{t.remove}</Button>
          </Form>
        </Card>
      )}
    </Layout>
  );
}
