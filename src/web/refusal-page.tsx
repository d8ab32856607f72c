import type { Refusal } from '../domain/refusal.ts';
import { ButtonLink, type Frame, Layout, PageHeading } from '../ui/index.ts';
import { wordsFor } from './refusals.ts';
import { words } from './words.ts';

/** A refusal that has no form to stand on. */
export function RefusalPage({ frame, refusal }: { frame: Frame; refusal: Refusal }) {
  const { title, text } = wordsFor(refusal, frame.formats);
  return (
    <Layout frame={frame} title={title} width="narrow">
      <PageHeading title={title} lead={text} />
      <p>
        <ButtonLink href="/">{words[frame.language].toOverview}</ButtonLink>
      </p>
    </Layout>
  );
}

/** Something broke. Says how to ask about it, and nothing of what it was. */
export function FaultPage({ frame }: { frame: Frame }) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.faultTitle} width="narrow">
      <PageHeading title={t.faultTitle} lead={t.faultText} />
      <p>
        {t.faultId} <code>{frame.requestId}</code>
      </p>
      <p>
        <ButtonLink href="/">{t.toOverview}</ButtonLink>
      </p>
    </Layout>
  );
}
