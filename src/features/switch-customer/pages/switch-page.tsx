import {
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  Form,
  type Frame,
  Layout,
  PageHeading,
  RadioCards,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { words } from '../words.ts';

export interface SwitchPageProps {
  frame: Frame;
  firms: readonly { readonly number: string; readonly name: string; readonly isChosen: boolean }[];
  errors: FormErrors;
}

/** Which of their firms somebody wants to act for. */
export function SwitchPage({ frame, firms, errors }: SwitchPageProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.title} lead={firms.length > 1 ? t.lead : t.only} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <Form frame={frame} action="/konto/firma-wechseln">
          <RadioCards
            name="customerNumber"
            legend={t.legend}
            error={errors.of('customerNumber')}
            value={firms.find(({ isChosen }) => isChosen)?.number}
            groups={[
              {
                options: firms.map(({ number, name, isChosen }) => ({
                  value: number,
                  title: name,
                  detail: isChosen ? `${number}, ${t.now}` : number,
                })),
              },
            ]}
          />
          <Actions>
            <Button>{t.submit}</Button>
            <ButtonLink kind="quiet" href="/">
              {t.toOverview}
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}
