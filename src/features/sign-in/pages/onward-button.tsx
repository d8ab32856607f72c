import { Button, ButtonLink, Form, type Frame, HiddenFields } from '../../../ui/index.ts';
import { carriedFields, type Onward } from '../onward.ts';
import { words } from '../words.ts';

/** On to where somebody wanted to go; a form that was interrupted is sent by it. */
export function OnwardButton({ frame, onward }: { frame: Frame; onward: Onward }) {
  const text = words[frame.language].resume.submit;
  if (onward.carried === '') {
    return (
      <ButtonLink kind="primary" href={onward.address}>
        {text}
      </ButtonLink>
    );
  }
  return (
    <Form frame={frame} action={onward.address} plain>
      <HiddenFields fields={carriedFields(onward)} />
      <Button>{text}</Button>
    </Form>
  );
}
