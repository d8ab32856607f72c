import { Badge, Button, Card, DataTable, Form, type Frame, Hidden } from '../../../ui/index.ts';
import { SESSIONS } from '../paths.ts';
import type { SecurityView, SessionRow } from '../view.ts';
import { words } from '../words.ts';

/** Where the person is signed in. */
export function SessionsCard({ frame, view }: { frame: Frame; view: SecurityView }) {
  const t = words[frame.language].sessions;
  return (
    <Card title={t.title}>
      <p>{t.lead}</p>
      <DataTable
        caption={t.caption}
        rows={view.sessions}
        columns={[
          {
            header: t.device,
            cell: ({ device, isThis }) =>
              isThis ? (
                <>
                  {device} <Badge tone="info">{t.this}</Badge>
                </>
              ) : (
                device
              ),
            rowHeader: true,
          },
          ...(view.hasSeveralFirms ? [{ header: t.firm, cell: ({ firm }: SessionRow) => firm }] : []),
          { header: t.network, cell: ({ network }) => network },
          { header: t.lastUsed, cell: ({ lastUsed }) => lastUsed },
          { header: t.since, cell: ({ since }) => since, onPhone: 'hidden' },
          {
            header: t.actions,
            nowrap: true,
            cell: ({ id, device, isThis }) =>
              isThis ? (
                <Form frame={frame} action="/abmelden" plain>
                  <Button kind="quiet">{t.signOut}</Button>
                </Form>
              ) : (
                <Form frame={frame} action={`${SESSIONS}/beenden`} plain>
                  <Hidden name="id" value={id} />
                  <Button kind="quiet" about={device}>
                    {t.end}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {view.sessions.length > 1 && (
        <Form frame={frame} action={`${SESSIONS}/alle-beenden`} plain>
          <Button kind="secondary">{t.endAll}</Button>
        </Form>
      )}
      <p class="hint">{t.honest}</p>
    </Card>
  );
}
