import {
  Actions,
  Button,
  Card,
  type DescriptionItem,
  DescriptionList,
  ErrorSummary,
  Form,
  type Frame,
  Hidden,
  Layout,
  Notice,
  PageHeading,
  type SelectOption,
  Split,
  Stack,
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { VOLUMES, type VolumeForm, volumeHref } from '../view.ts';
import { words } from '../words.ts';
import { VolumeFields } from './volume-fields.tsx';

export interface VolumePageProps {
  frame: Frame;
  id: number;
  version: number;
  facts: readonly DescriptionItem[];
  isInvoiced: boolean;
  form: VolumeForm;
  products: readonly SelectOption[];
  errors: FormErrors;
  /** Which of the two forms was not accepted. */
  failed: 'correct' | 'remove' | undefined;
  wasCorrected: boolean;
}

/** One volume: what it is and where it comes from, and the ways to mend it. */
export function VolumePage(props: VolumePageProps) {
  const { frame, errors, facts, isInvoiced } = props;
  const t = words[frame.language].one;
  return (
    <Layout frame={frame} title={t.title} active={VOLUMES} failed={errors.summary.length > 0}>
      <PageHeading title={t.title} back={{ href: VOLUMES, text: t.back }} />
      <ErrorSummary frame={frame} errors={errors} />
      {props.wasCorrected && (
        <Notice tone="ok" live>
          <p>{t.corrected}</p>
        </Notice>
      )}
      <Split>
        <Stack>
          {isInvoiced ? (
            <Notice tone="info">
              <p>{t.isInvoiced}</p>
            </Notice>
          ) : (
            <CorrectCard {...props} />
          )}
        </Stack>
        <Stack>
          <Card>
            <DescriptionList frame={frame} items={facts} />
          </Card>
          {!isInvoiced && <RemoveCard {...props} />}
        </Stack>
      </Split>
    </Layout>
  );
}

function CorrectCard({ frame, id, version, form, products, errors, failed }: VolumePageProps) {
  const { one: t, fields } = words[frame.language];
  const error = failed === 'correct' ? errors.of('reason') : undefined;
  return (
    <Card title={t.correct}>
      <p class="hint">{t.correctText}</p>
      <Form frame={frame} action={volumeHref(id)}>
        <Hidden name="version" value={version} />
        <VolumeFields frame={frame} form={form} products={products} errors={errors} />
        <TextField name="reason" label={fields.reason} value={form.reason} maxLength={200} error={error} />
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </Card>
  );
}

function RemoveCard({ frame, id, version, errors, failed }: VolumePageProps) {
  const { one: t, fields } = words[frame.language];
  const error = failed === 'remove' ? errors.of('why') : undefined;
  return (
    <Card title={t.remove}>
      <p class="hint">{t.removeText}</p>
      <Form frame={frame} action={`${volumeHref(id)}/entfernen`}>
        <Hidden name="version" value={version} />
        <TextField name="why" label={fields.reason} maxLength={200} error={error} />
        <Actions>
          <Button kind="danger">{t.removeButton}</Button>
        </Actions>
      </Form>
    </Card>
  );
}
