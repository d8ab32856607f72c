import {
  Badge,
  ButtonLink,
  Card,
  DataTable,
  DescriptionList,
  type Frame,
  Layout,
  PageHeading,
  Split,
  Stack,
} from '../../../../ui/index.ts';
import { DOCUMENTS_PATH, FOLDER_PATHS } from '../../paths.ts';
import type { DocumentView } from '../view.ts';
import { words } from '../words.ts';

export interface DocumentPageProps {
  frame: Frame;
  document: DocumentView;
  mayDownload: boolean;
}

export function DocumentPage({ frame, document, mayDownload }: DocumentPageProps) {
  const t = words[frame.language];
  const { state, preview, related, shares } = document;
  return (
    <Layout frame={frame} title={document.title} active={DOCUMENTS_PATH}>
      <PageHeading
        title={document.title}
        back={{ href: FOLDER_PATHS[document.folder], text: `${t.page.back}: ${t.folders[document.folder]}` }}
        lead={state && <Badge tone={state.tone}>{state.text}</Badge>}
      />
      <Split>
        <Card title={t.page.preview}>
          {preview ? (
            <>
              <p>
                <ButtonLink href={preview}>{t.page.show}</ButtonLink>
              </p>
              {/* on a phone, where browsers show no PDF inside of a page, it is not there and not loaded */}
              <iframe class="document-preview" src={preview} title={document.title} loading="lazy" />
            </>
          ) : (
            <p>{t.page.noPreview}</p>
          )}
        </Card>
        <Stack>
          <Card title={t.page.downloads}>
            {mayDownload ? (
              <ul class="plain">
                {document.files.map(({ href, text, hint }) => (
                  <li key={href}>
                    <a href={href}>{text}</a>
                    <br />
                    <span class="hint">{hint}</span>
                  </li>
                ))}
              </ul>
            ) : (
              <p>{t.page.noDownload}</p>
            )}
          </Card>
          <Card title={t.page.facts}>
            <DescriptionList
              frame={frame}
              items={[
                ...document.facts,
                ...related.map(({ term, href, text }) => ({ term, value: <a href={href}>{text}</a> })),
              ]}
            />
          </Card>
          {shares.length > 0 && (
            <Card title={t.page.shares}>
              <DataTable
                caption={t.page.shares}
                rows={shares}
                columns={[
                  { header: t.page.share, cell: (row) => row.label, rowHeader: true },
                  { header: t.page.amount, cell: (row) => row.net, align: 'end' },
                ]}
              />
            </Card>
          )}
        </Stack>
      </Split>
    </Layout>
  );
}
