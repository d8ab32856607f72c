import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckboxField,
  ErrorSummary,
  Form,
  type Frame,
  Notice,
  Split,
  Stack,
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { APPROVALS } from '../../orders/index.ts';
import { RULE } from '../paths.ts';
import type { RuleView } from '../view.ts';
import { words } from '../words.ts';

export interface RulePageProps {
  frame: Frame;
  view: RuleView;
  isDone: boolean;
  errors: FormErrors;
}

/** When orders of the firm wait, who may approve them, and whose always wait. */
export function RulePage({ frame, view, isDone, errors }: RulePageProps) {
  const t = words[frame.language].rule;
  const { typed } = view;
  return (
    <AccountLayout frame={frame} title={t.title} tab={RULE} failed={errors.summary.length > 0}>
      <ErrorSummary frame={frame} errors={errors} />
      {isDone && (
        <Notice tone="ok" live>
          <p>{t.done}</p>
        </Notice>
      )}
      {view.hasTooFew && (
        <Notice tone="warn">
          <p>{t.tooFew}</p>
        </Notice>
      )}
      <Split>
        <Card title={t.title}>
          <p>{t.lead}</p>
          <Form frame={frame} action={RULE}>
            <CheckboxField name="isOn" label={t.isOn} hint={t.isOnHint} checked={typed.isOn} />
            <TextField
              name="above"
              label={t.above}
              hint={t.aboveHint}
              optional
              width="short"
              maxLength={20}
              value={typed.above}
              error={errors.of('above')}
            />
            <CheckboxField
              name="fourEyes"
              label={t.fourEyes}
              hint={t.fourEyesHint}
              checked={typed.fourEyes}
            />
            <Actions>
              <Button>{t.submit}</Button>
              <ButtonLink href={APPROVALS}>{t.list}</ButtonLink>
            </Actions>
          </Form>
        </Card>
        <Stack>
          <Card title={t.who}>
            <p>{t.whoText}</p>
            <ul>
              {view.approvers.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Card>
          <Card title={t.watched}>
            {view.watched.length > 0 ? (
              <>
                <ul>
                  {view.watched.map(({ id, name }) => (
                    <li key={id}>
                      <a href={`/konto/benutzer/${id}`}>{name}</a>
                    </li>
                  ))}
                </ul>
                <p class="hint">{t.watchedText}</p>
              </>
            ) : (
              <p>{t.nobodyWatched}</p>
            )}
            <p>
              <a href="/konto/benutzer">{t.users}</a>
            </p>
          </Card>
        </Stack>
      </Split>
    </AccountLayout>
  );
}
