import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Deadline,
  ErrorSummary,
  Form,
  type Frame,
  Hidden,
  Layout,
  NumberField,
  PageHeading,
  Steps,
} from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import { BookingFields } from '../../pages/booking-fields.tsx';
import { changeHref, orderHref } from '../../view.ts';
import type { ConflictView } from '../conflict.ts';
import type { ChangeView } from '../view.ts';
import { words } from '../words.ts';
import { ConflictNotice } from './conflict-notice.tsx';

export interface ChangePageProps {
  frame: Frame;
  number: string;
  /** Undefined: it cannot be changed, and the errors say why. */
  view: ChangeView | undefined;
  errors: FormErrors;
  conflict: ConflictView | undefined;
  now: Temporal.Instant;
}

/** First step: a GET form with everything as it is now. */
export function ChangePage({ frame, number, view, errors, conflict, now }: ChangePageProps) {
  const t = words[frame.language];
  const title = t.title({ number });
  const failed = errors.summary.length > 0 || conflict !== undefined;
  return (
    <Layout frame={frame} title={title} active="/auftraege" failed={failed}>
      <PageHeading
        title={title}
        lead={view && t.lead}
        back={{ href: orderHref(number), text: t.back({ number }) }}
      />
      {view && <Steps frame={frame} steps={t.steps} current={1} />}
      <ErrorSummary frame={frame} errors={errors} />
      {conflict && <ConflictNotice frame={frame} conflict={conflict} />}
      {view ? (
        <Card>
          {view.until && (
            <p>
              {t.until} <Deadline frame={frame} at={view.until} now={now} />
            </p>
          )}
          <ChangeForm frame={frame} number={number} view={view} />
        </Card>
      ) : (
        <Actions>
          <ButtonLink href={orderHref(number)}>{t.back({ number })}</ButtonLink>
        </Actions>
      )}
    </Layout>
  );
}

function ChangeForm({ frame, number, view }: { frame: Frame; number: string; view: ChangeView }) {
  const t = words[frame.language];
  return (
    <Form frame={frame} action={`${changeHref(number)}/pruefen`} method="get">
      <Hidden name="version" value={view.version} />
      {view.quantities.length > 0 && (
        <fieldset class="field">
          <legend>{t.items}</legend>
          <ul class="shelf">
            {view.quantities.map((product) => (
              <li key={product.field}>
                <NumberField
                  name={product.field}
                  label={product.name}
                  hint={product.hint}
                  unmarked
                  value={product.typed}
                  min={0}
                  max={product.max}
                  step={1}
                  error={product.error}
                />
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <p class="hint">{t.present({ when: view.present })}</p>
      <BookingFields frame={frame} view={view.booking} daysAction={changeHref(number)} />
      <Actions>
        <Button>{t.toCheck}</Button>
      </Actions>
    </Form>
  );
}
