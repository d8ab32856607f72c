import type { Language } from '../../../platform/i18n/index.ts';
import { Card, DataTable, type Frame, Layout, PageHeading, Stack } from '../../../ui/index.ts';
import { docsHref } from '../docs-files.ts';
import { words } from '../words.ts';

/** A call as the list shows it. */
export interface CallView {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly access: string;
}

export interface DocsPageProps {
  frame: Frame;
  calls: readonly CallView[];
  /** Where the description of the API is. */
  documentHref: (language: Language) => string;
}

/** The page about the API: a list that everybody can read, and Swagger UI where the browser runs scripts. */
export function DocsPage({ frame, calls, documentHref }: DocsPageProps) {
  const t = words[frame.language];
  const href = documentHref(frame.language);
  return (
    <Layout frame={frame} title={t.title}>
      <link rel="stylesheet" href={docsHref('swagger-ui.css')} />
      <link rel="stylesheet" href={docsHref('look.css')} />
      <PageHeading title={t.title} lead={t.lead} />
      <Stack>
        <Card title={t.overview} action={<a href={href}>{t.description}</a>}>
          <DataTable
            caption={t.overview}
            columns={[
              {
                header: t.call,
                cell: (call) => <code>{`${call.method} ${call.path}`}</code>,
                rowHeader: true,
              },
              { header: t.purpose, cell: (call) => call.summary },
              { header: t.access, cell: (call) => call.access },
            ]}
            rows={calls}
          />
        </Card>
        <Card title={t.tryOut}>
          <p>{t.tryOutNote}</p>
          <noscript>
            <p>{t.needsScript}</p>
          </noscript>
          <div id="swagger-ui" data-url={href} />
        </Card>
      </Stack>
      <script defer src={docsHref('swagger-ui-bundle.js')} />
      <script defer src={docsHref('start.js')} />
    </Layout>
  );
}
