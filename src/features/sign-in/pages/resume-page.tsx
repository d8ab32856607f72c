import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Form,
  type Frame,
  HiddenFields,
  Layout,
  PageHeading,
} from '../../../ui/index.ts';
import { words } from '../words.ts';

export interface ResumePageProps {
  frame: Frame;
  /** Local address that the form was on its way to. */
  address: string;
  fields: readonly (readonly [string, string])[];
  /** Headline and what happened, where it was not a sign-in. */
  said?: { readonly title: string; readonly lead: string };
  /** Where whoever does not want to send it goes instead. */
  home?: string;
}

/** Offers to send the form that the end of the session, or another question, interrupted. Sends nothing by itself. */
export function ResumePage({ frame, address, fields, said, home = '/' }: ResumePageProps) {
  const t = { ...words[frame.language].resume, ...said };
  return (
    <Layout frame={frame} title={t.title} width="narrow">
      <PageHeading title={t.title} lead={t.lead} />
      <Card>
        <Form frame={frame} action={address}>
          <HiddenFields fields={fields} />
          <Actions>
            <Button>{t.submit}</Button>
            <ButtonLink href={home} kind="quiet">
              {t.discard}
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}
