import { Button, ButtonLink, Card, DataTable, Form, type Frame, Hidden } from '../../../ui/index.ts';
import { PASSKEY } from '../paths.ts';
import type { SecurityView } from '../view.ts';
import { words } from '../words.ts';

/** The passkeys of the person. */
export function PasskeysCard({ frame, view }: { frame: Frame; view: SecurityView }) {
  const t = words[frame.language].passkeys;
  const { remove } = words[frame.language].factor;
  return (
    <Card title={t.title} action={<ButtonLink href={PASSKEY}>{t.add}</ButtonLink>}>
      <p>{view.passkeys.length > 0 ? t.lead : `${t.lead} ${t.none}`}</p>
      {view.passkeys.length > 0 && (
        <DataTable
          caption={t.caption}
          rows={view.passkeys}
          columns={[
            { header: t.name, cell: ({ name }) => name, rowHeader: true },
            { header: t.since, cell: ({ since }) => since },
            { header: t.lastUsed, cell: ({ lastUsed }) => lastUsed },
            {
              header: t.actions,
              nowrap: true,
              cell: ({ id, name }) =>
                view.mayRemovePasskey ? (
                  <Form frame={frame} action={`${PASSKEY}/entfernen`} plain>
                    <Hidden name="id" value={id} />
                    <Button kind="quiet" about={name}>
                      {remove}
                    </Button>
                  </Form>
                ) : (
                  t.last
                ),
            },
          ]}
        />
      )}
    </Card>
  );
}
