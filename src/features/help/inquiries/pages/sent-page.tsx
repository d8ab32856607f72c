import { ButtonLink, Card, type Frame, Layout, Notice, PageHeading } from '../../../../ui/index.ts';
import { HELP } from '../../paths.ts';
import { words } from '../words.ts';

/** The one answer to every question of a visitor. */
export function SentPage({ frame }: { frame: Frame }) {
  const t = words[frame.language].sent;
  return (
    <Layout frame={frame} title={t.title} active={HELP} width="narrow">
      <PageHeading title={t.title} />
      <Card>
        <Notice tone="ok" live>
          <p>{t.text}</p>
        </Notice>
        <p>
          <ButtonLink href={HELP}>{t.help}</ButtonLink>
        </p>
      </Card>
    </Layout>
  );
}
