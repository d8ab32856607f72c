import {
  Actions,
  Button,
  ButtonLink,
  Card,
  controlProps,
  Field,
  Form,
  type Frame,
  TextAreaField,
} from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import { MasterDataFrame } from '../../pages/master-data-frame.tsx';
import { words as shared } from '../../words.ts';
import { COST_CENTRES } from '../view.ts';
import { words } from '../words.ts';

/** Takes a table, pasted or as a file. */
export function ImportPage(props: { frame: Frame; action: string; text: string; errors: FormErrors }) {
  const { frame, errors } = props;
  const t = words[frame.language].importStep;
  const file = { name: 'file', label: t.file, hint: t.fileHint, optional: true };
  return (
    <MasterDataFrame
      frame={frame}
      title={t.title}
      back={{ href: COST_CENTRES, text: words[frame.language].title }}
      errors={errors}
    >
      <Card title={t.title}>
        <p>{t.lead}</p>
        <p class="hint">{t.rules}</p>
        <Form frame={frame} action={props.action} upload>
          <TextAreaField
            name="text"
            label={t.text}
            hint={t.textHint}
            rows={8}
            optional
            value={props.text}
            error={errors.of('text')}
          />
          <Field {...file}>
            <input {...controlProps(file)} type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" />
          </Field>
          <Actions>
            <Button>{t.check}</Button>
            <ButtonLink href={COST_CENTRES} kind="quiet">
              {shared[frame.language].cancel}
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
    </MasterDataFrame>
  );
}
