import { Badge, Button, Card, DataTable, Form, type Frame, Hidden } from '../../../ui/index.ts';
import { DEVICES } from '../paths.ts';
import type { SecurityView } from '../view.ts';
import { words } from '../words.ts';

/** The devices that the person trusts. */
export function DevicesCard({ frame, view }: { frame: Frame; view: SecurityView }) {
  const t = words[frame.language].devices;
  const { devices } = view;
  return (
    <Card title={t.title}>
      <p>{devices.length > 0 ? t.lead : `${t.lead} ${t.none}`}</p>
      {devices.length > 0 && (
        <DataTable
          caption={t.caption}
          rows={devices}
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
            { header: t.network, cell: ({ network }) => network },
            { header: t.lastUsed, cell: ({ lastUsed }) => lastUsed },
            { header: t.until, cell: ({ until }) => until },
            {
              header: t.actions,
              nowrap: true,
              cell: ({ id, device }) => (
                <Form frame={frame} action={`${DEVICES}/vergessen`} plain>
                  <Hidden name="id" value={id} />
                  <Button kind="quiet" about={device}>
                    {t.forget}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
      {!devices.some(({ isThis }) => isThis) && (
        <Form frame={frame} action={DEVICES} plain>
          <Button kind="secondary">{t.trust}</Button>
        </Form>
      )}
    </Card>
  );
}
