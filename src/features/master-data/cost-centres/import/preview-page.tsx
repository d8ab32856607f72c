import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DataTable,
  Form,
  type Frame,
  fieldId,
  Notice,
} from '../../../../ui/index.ts';
import { MasterDataFrame } from '../../pages/master-data-frame.tsx';
import { words as shared } from '../../words.ts';
import { COST_CENTRES } from '../view.ts';
import { words } from '../words.ts';
import type { PreviewRow, PreviewView } from './view.ts';

export interface PreviewPageProps {
  frame: Frame;
  view: PreviewView;
  action: string;
  /** What was imported just now, when rows remain. */
  done: string | undefined;
  /** Why nothing could be imported, if it was not an entry. */
  refusal: { readonly title: string; readonly text: string } | undefined;
}

/** Every row of the table, to be mended in place, with what will happen to it. */
export function PreviewPage({ frame, view, action, done, refusal }: PreviewPageProps) {
  const t = words[frame.language].preview;
  const errors = refusal ? [{ message: refusal.text }] : view.errors;
  const cell = (row: PreviewRow, name: 'code' | 'name', label: string, error: string | undefined) => (
    <Cell name={`${name}-${row.line}`} value={row[name]} label={label} error={error} />
  );
  return (
    <MasterDataFrame
      frame={frame}
      title={t.title}
      back={{ href: `${COST_CENTRES}/einlesen`, text: words[frame.language].importStep.title }}
      done={done}
      errors={{
        status: 200,
        summary: errors,
        of: () => undefined,
        ...(refusal ? { title: refusal.title } : {}),
      }}
    >
      <Card title={t.title}>
        {view.errors.length === 0 ? (
          <Notice tone="ok">
            <p>{view.lead}</p>
          </Notice>
        ) : (
          <p>{view.lead}</p>
        )}
        <p class="hint">{t.mend}</p>
        <Form frame={frame} action={action}>
          {/* the enter key takes the first button: it only checks */}
          <Buttons frame={frame} view={view} />
          <DataTable
            caption={t.caption}
            rows={view.rows}
            columns={[
              { header: t.line, cell: (row) => frame.formats.number(row.line), rowHeader: true },
              {
                header: words[frame.language].fields.code,
                cell: (row) => cell(row, 'code', t.codeOf({ line: `${row.line}` }), row.codeError),
              },
              {
                header: words[frame.language].fields.name,
                cell: (row) => cell(row, 'name', t.nameOf({ line: `${row.line}` }), row.nameError),
              },
              { header: t.outcome, cell: (row) => row.outcome },
            ]}
          />
          <Buttons frame={frame} view={view} />
        </Form>
      </Card>
    </MasterDataFrame>
  );
}

function Buttons({ frame, view }: { frame: Frame; view: PreviewView }) {
  const t = words[frame.language].preview;
  return (
    <Actions>
      <Button kind="secondary" name="do" value="check">
        {t.again}
      </Button>
      <Button name="do" value="apply">
        {view.apply}
      </Button>
      <ButtonLink href={COST_CENTRES} kind="quiet">
        {shared[frame.language].cancel}
      </ButtonLink>
    </Actions>
  );
}

/** One field. Plainer than the fields of other forms, because a page can hold thousands of them. */
function Cell(props: { name: string; value: string; label: string; error: string | undefined }) {
  const id = fieldId(props.name);
  return (
    <div class="field">
      <input
        id={id}
        type="text"
        name={props.name}
        value={props.value}
        aria-label={props.label}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={props.error ? `${id}-error` : undefined}
        autocomplete="off"
      />
      {props.error && (
        <p class="error" id={`${id}-error`}>
          {props.error}
        </p>
      )}
    </div>
  );
}
