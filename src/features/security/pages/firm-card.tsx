import { Button, Card, Form, type Frame, Hidden } from '../../../ui/index.ts';
import { REQUIREMENT } from '../paths.ts';
import type { SecurityView } from '../view.ts';
import { words } from '../words.ts';

/** Whether everybody of the firm needs a second factor; for administrators. */
export function FirmCard({ frame, view }: { frame: Frame; view: SecurityView }) {
  const t = words[frame.language].firm;
  const { firm, isRequired } = view;
  if (!firm) return null;
  return (
    <Card title={t.title} id="firma">
      <p>{t.lead({ firm: frame.viewer?.customerName ?? '' })}</p>
      <p>
        <b>{isRequired ? t.isRequired : t.isFree}</b> {firm.covered}
        {firm.without.length > 0 && ` ${t.without} ${firm.without.join(', ')}.`}
      </p>
      <Form frame={frame} action={REQUIREMENT} plain>
        <Hidden name="required" value={isRequired ? 'no' : 'yes'} />
        <Button kind="secondary">{isRequired ? t.release : t.require}</Button>
      </Form>
    </Card>
  );
}
