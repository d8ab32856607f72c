import {
  Actions,
  Badge,
  Button,
  Card,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  type Frame,
  Layout,
  Notice,
  PageHeading,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import type { FieldSpec } from '../fields.ts';
import { CATALOGUE, subjectHref } from '../paths.ts';
import type { Subject } from '../subject.ts';
import type { ChangeView } from '../view.ts';
import { words } from '../words.ts';
import { FieldOf } from './field-of.tsx';

export interface SubjectPageProps {
  frame: Frame;
  subject: Subject;
  code: string;
  name: string;
  valueOf: (field: FieldSpec) => string;
  from: string;
  errors: FormErrors;
  changes: readonly ChangeView[];
  /** Other pages about the same thing: its price beside its description. */
  siblings: readonly Subject[];
  done: 'saved' | 'withdrawn' | undefined;
}

/** One thing of the catalogue: what holds, a form to change it from a day on, and what was changed before. */
export function SubjectPage(props: SubjectPageProps) {
  const { frame, subject, code, name, errors, siblings, done } = props;
  const { language } = frame;
  const t = words[language];
  const title = `${name}: ${subject.title[language]}`;
  return (
    <Layout frame={frame} title={title} active={CATALOGUE} failed={errors.summary.length > 0}>
      <PageHeading
        title={title}
        lead={subject.lead[language]}
        back={{ href: CATALOGUE, text: t.back }}
        actions={siblings.map((sibling) => (
          <a class="btn" key={sibling.key} href={subjectHref(sibling.key, code)}>
            {sibling.title[language]}
          </a>
        ))}
      />
      <ErrorSummary frame={frame} errors={errors} />
      {done && (
        <Notice tone="ok" live>
          <p>{t[done]}</p>
        </Notice>
      )}
      <Card title={t.change}>
        {/* a GET: the next step is an address that can be reloaded, and nothing is changed yet */}
        <Form frame={frame} method="get" action={`${subjectHref(subject.key, code)}/pruefen`}>
          {subject.fields.map((field) => (
            <FieldOf
              key={field.name}
              field={field}
              language={language}
              value={props.valueOf(field)}
              error={errors.of(field.name)}
            />
          ))}
          {!subject.isDay && (
            <DateField
              name="from"
              label={t.from}
              hint={t.fromHint}
              value={props.from}
              error={errors.of('from')}
            />
          )}
          <Actions>
            <Button>{t.next}</Button>
          </Actions>
        </Form>
      </Card>
      <History {...props} />
    </Layout>
  );
}

function History({ frame, changes }: SubjectPageProps) {
  const t = words[frame.language];
  return (
    <Card title={t.history}>
      {changes.length === 0 ? (
        <EmptyState title={t.noHistory} text={t.noHistoryText} />
      ) : (
        <ChangeTable frame={frame} caption={t.history} changes={changes} />
      )}
    </Card>
  );
}

/** Changes as a table; the overview names what each is about. */
export function ChangeTable(props: {
  frame: Frame;
  caption: string;
  changes: readonly ChangeView[];
  withName?: boolean;
}) {
  const { frame, caption, changes, withName } = props;
  const t = words[frame.language];
  return (
    <DataTable
      caption={caption}
      rows={changes}
      columns={[
        {
          header: t.validFrom,
          rowHeader: true,
          nowrap: true,
          cell: (row) => (withName ? <a href={row.href}>{`${row.from}, ${row.what}`}</a> : row.from),
        },
        {
          header: t.changes,
          cell: (row) => (
            <ul class="plain">
              {row.changes.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ),
        },
        { header: t.madeBy, cell: (row) => `${row.by}, ${row.at}` },
        {
          header: t.status,
          onPhone: 'corner',
          cell: (row) => <Badge tone={row.tone}>{t.states[row.state]}</Badge>,
        },
        {
          header: t.actions,
          cell: (row) =>
            row.state === 'planned' ? (
              <Form frame={frame} plain action={`${CATALOGUE}/aenderungen/${row.id}/zuruecknehmen`}>
                <Button kind="quiet" about={`${row.what}, ${row.from}`}>
                  {t.withdraw}
                </Button>
              </Form>
            ) : (
              ''
            ),
        },
      ]}
    />
  );
}
