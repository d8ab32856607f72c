import {
  Actions,
  Button,
  ButtonLink,
  Card,
  type DescriptionItem,
  DescriptionList,
  Form,
  type Frame,
  Hidden,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { MasterDataFrame } from './master-data-frame.tsx';

export interface RemovalPageProps {
  frame: Frame;
  /** The page of the thing. */
  href: string;
  name: string;
  words: { title: string; question: string; text: string; yes: string; no: string };
  facts: readonly DescriptionItem[];
  version: number;
  /** What removing it means for others, in words. */
  note?: string | undefined;
  /** Why it cannot be removed. */
  obstacle?: string | undefined;
  errors: FormErrors;
}

/** Asks before something is removed. */
export function RemovalPage(props: RemovalPageProps) {
  const { frame, href, words: t, obstacle } = props;
  return (
    <MasterDataFrame frame={frame} title={t.title} back={{ href, text: props.name }} errors={props.errors}>
      <Card title={t.title}>
        <DescriptionList frame={frame} items={props.facts} />
        {props.note && <p class="hint">{props.note}</p>}
        {obstacle ? (
          <>
            <p>{obstacle}</p>
            <ButtonLink href={href}>{t.no}</ButtonLink>
          </>
        ) : (
          <Form frame={frame} action={`${href}/entfernen`}>
            <Hidden name="version" value={props.version} />
            <p>
              <b>{t.question}</b> {t.text}
            </p>
            <Actions>
              <Button kind="danger">{t.yes}</Button>
              <ButtonLink href={href}>{t.no}</ButtonLink>
            </Actions>
          </Form>
        )}
      </Card>
    </MasterDataFrame>
  );
}
