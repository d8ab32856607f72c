import { Form, type Frame, Hidden, TextField } from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import type { ConflictView } from '../../conflict.ts';
import { ConflictNotice } from '../../pages/conflict-notice.tsx';
import { SaveActions } from '../../pages/save-actions.tsx';
import { CODE_LENGTH, NAME_LENGTH } from '../schemas.ts';
import { COST_CENTRES } from '../view.ts';
import { words } from '../words.ts';

export interface CostCentreFormProps {
  frame: Frame;
  action: string;
  /** Without a code only the name is asked for. */
  typed: { readonly code?: string; readonly name: string };
  errors: FormErrors;
  idempotencyKey?: string | undefined;
  version?: number | undefined;
  conflict?: ConflictView | undefined;
}

/** A new cost centre, or another name for one. */
export function CostCentreForm(props: CostCentreFormProps) {
  const { frame, typed, errors, conflict } = props;
  const t = words[frame.language];
  return (
    <Form frame={frame} action={props.action} idempotencyKey={props.idempotencyKey}>
      <ConflictNotice frame={frame} conflict={conflict} />
      {props.version !== undefined && <Hidden name="version" value={props.version} />}
      {typed.code !== undefined && (
        <TextField
          name="code"
          label={t.fields.code}
          hint={t.codeHint}
          value={typed.code}
          maxLength={CODE_LENGTH}
          width="short"
          autocomplete="off"
          spellcheck={false}
          error={errors.of('code')}
        />
      )}
      <TextField
        name="name"
        label={t.fields.name}
        hint={typed.code === undefined ? t.keeps : undefined}
        value={typed.name}
        maxLength={NAME_LENGTH}
        autocomplete="off"
        error={errors.of('name')}
      />
      <SaveActions frame={frame} backHref={COST_CENTRES} conflict={conflict} />
    </Form>
  );
}
