import { ButtonLink, Card, type Frame, Layout, Notice, PageHeading, Stack } from '../../ui/index.ts';
import { words } from './words.ts';

/** One way to go on, worded. */
export interface ChoiceView {
  readonly name: string;
  readonly text: string;
  /** Undefined: not to be had any more. */
  readonly href: string | undefined;
}

export interface RebookingPageProps {
  frame: Frame;
  number: string;
  orderHref: string;
  isCharged: boolean;
  choices: readonly ChoiceView[];
  /** Why nothing can be chosen. */
  obstacle: string | undefined;
}

/** What a firm can do about a service that did not happen. */
export function RebookingPage({
  frame,
  number,
  orderHref,
  isCharged,
  choices,
  obstacle,
}: RebookingPageProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} active="/auftraege">
      <PageHeading title={t.title} lead={t.lead({ number })} back={{ href: orderHref, text: t.back }} />
      <Notice tone="info">
        <p>{isCharged ? t.charged : t.free}</p>
      </Notice>
      {obstacle && (
        <Notice tone="warn">
          <p>{obstacle}</p>
        </Notice>
      )}
      <Stack>
        {choices.map(({ name, text, href }) => (
          <Card key={name} title={name}>
            <p>{text}</p>
            {href && (
              <ButtonLink href={href} about={name}>
                {t.take}
              </ButtonLink>
            )}
          </Card>
        ))}
      </Stack>
    </Layout>
  );
}
