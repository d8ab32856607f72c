import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DataTable,
  type DescriptionItem,
  DescriptionList,
  Form,
  type Frame,
  Split,
  Stack,
} from '../../../ui/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { words } from '../words.ts';

export interface OwnDataPageProps {
  frame: Frame;
  about: readonly DescriptionItem[];
}

/** What is kept about the person, for how long, and how to take it along. */
export function OwnDataPage({ frame, about }: OwnDataPageProps) {
  const t = words[frame.language];
  return (
    <AccountLayout frame={frame} title={t.title} tab="/konto/meine-daten">
      <Split>
        <Stack>
          <Card title={t.download}>
            <p>{t.downloadText}</p>
            <p class="hint">{t.downloadOther}</p>
            <Form frame={frame} action="/konto/meine-daten/herunterladen">
              <Actions>
                <Button>{t.downloadButton}</Button>
              </Actions>
            </Form>
          </Card>
          <Card title={t.deletion}>
            <p>{t.deletionText}</p>
            <ButtonLink href="/konto/benutzer">{t.deletionLink}</ButtonLink>
          </Card>
        </Stack>
        <Card title={t.about}>
          <DescriptionList frame={frame} items={about} />
          <p class="hint">{t.mend({ email: frame.carrier.email })}</p>
        </Card>
      </Split>
      <Card title={t.retention} action={<a href="/datenschutz">{t.more}</a>}>
        <p>{t.retentionText}</p>
        <DataTable
          caption={t.retention}
          rows={t.kinds}
          columns={[
            { header: t.what, cell: (kind) => kind.what, rowHeader: true },
            { header: t.why, cell: (kind) => kind.why },
            { header: t.howLong, cell: (kind) => kind.howLong },
          ]}
        />
      </Card>
    </AccountLayout>
  );
}
