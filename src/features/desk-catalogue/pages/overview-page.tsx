import {
  Badge,
  Button,
  Card,
  DataTable,
  DateField,
  EmptyState,
  FieldRow,
  Form,
  type Frame,
  Layout,
  PageHeading,
  TextField,
} from '../../../ui/index.ts';
import type { CourierView } from '../courier-overview.ts';
import { CATALOGUE, subjectHref } from '../paths.ts';
import { SERVICE_HOURS_CODE } from '../subjects/service-hours-code.ts';
import type { ChangeView, PricedView, RoundView, ZoneView } from '../view.ts';
import { words } from '../words.ts';
import { CourierCard } from './courier-card.tsx';
import { ChangeTable } from './subject-page.tsx';

export interface OverviewPageProps {
  frame: Frame;
  goods: readonly PricedView[];
  mail: readonly PricedView[];
  services: readonly { code: string; name: string; hours: string }[];
  zones: readonly ZoneView[];
  tours: readonly { code: string; name: string; isActive: boolean }[];
  rounds: readonly RoundView[];
  sites: readonly { code: string; name: string; city: string; isActive: boolean }[];
  days: readonly { code: string; date: string; kind: string; name: string }[];
  /** Absent where the carrier has no couriers. */
  couriers: CourierView | undefined;
  planned: readonly ChangeView[];
  today: string;
}

/** The whole catalogue as it is today, and what is planned. */
export function OverviewPage(props: OverviewPageProps) {
  const { frame, planned } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} active={CATALOGUE}>
      <PageHeading title={t.title} lead={t.lead} />
      {planned.length > 0 && (
        <Card title={t.planned}>
          <ChangeTable frame={frame} caption={t.planned} changes={planned} withName />
        </Card>
      )}
      <PricedCard frame={frame} title={t.goods} rows={props.goods} keys={GOODS} />
      <PricedCard frame={frame} title={t.mail} rows={props.mail} keys={MAIL} />
      <Card title={t.services}>
        <DataTable
          caption={t.services}
          rows={props.services}
          columns={[
            {
              header: t.name,
              rowHeader: true,
              cell: (row) => <a href={subjectHref('leistungen', row.code)}>{row.name}</a>,
            },
            { header: t.hours, cell: (row) => row.hours },
          ]}
        />
      </Card>
      <ZonesCard {...props} />
      <RoundsCard {...props} />
      <ToursCard {...props} />
      {props.couriers && <CourierCard frame={frame} couriers={props.couriers} />}
      <SitesCard {...props} />
      <DaysCard {...props} />
    </Layout>
  );
}

interface Keys {
  readonly describes: string;
  readonly price: string;
  readonly vat: string;
}
const GOODS: Keys = { describes: 'produkte', price: 'preise', vat: 'steuer' };
const MAIL: Keys = { describes: 'postprodukte', price: 'postpreise', vat: 'poststeuer' };

function PricedCard(props: { frame: Frame; title: string; rows: readonly PricedView[]; keys: Keys }) {
  const { frame, title, rows, keys } = props;
  const t = words[frame.language];
  return (
    <Card title={title}>
      <DataTable
        caption={title}
        rows={rows}
        columns={[
          {
            header: t.name,
            rowHeader: true,
            cell: (row) => <a href={subjectHref(keys.describes, row.code)}>{row.name}</a>,
          },
          {
            header: t.price,
            align: 'end',
            cell: (row) => (
              <a href={subjectHref(keys.price, row.code)} aria-label={`${t.price} ${row.name}: ${row.price}`}>
                {row.price}
              </a>
            ),
          },
          {
            header: t.vat,
            align: 'end',
            cell: (row) => (
              <a href={subjectHref(keys.vat, row.code)} aria-label={`${t.vat} ${row.name}: ${row.vat}`}>
                {row.vat}
              </a>
            ),
          },
          {
            header: t.state,
            onPhone: 'corner',
            cell: (row) => (
              <Badge tone={row.isActive ? 'ok' : 'neutral'}>{row.isActive ? t.offered : t.notOffered}</Badge>
            ),
          },
        ]}
      />
    </Card>
  );
}

function ZonesCard({ frame, zones }: OverviewPageProps) {
  const t = words[frame.language];
  return (
    <Card title={t.zones}>
      {zones.length === 0 ? (
        <EmptyState title={t.noZones} text={t.noZonesText} />
      ) : (
        <DataTable
          caption={t.zones}
          rows={zones}
          columns={[
            {
              header: t.name,
              rowHeader: true,
              cell: (row) => <a href={subjectHref('tourgebiete', row.code)}>{row.name}</a>,
            },
            { header: t.postcodes, cell: (row) => row.postcodes },
          ]}
        />
      )}
      <Form frame={frame} method="get" action={`${CATALOGUE}/gebiet`} label={t.chooseZone}>
        <FieldRow>
          <TextField name="kuerzel" label={t.zoneCode} hint={t.zoneCodeHint} maxLength={20} width="short" />
          <Button kind="secondary">{t.chooseZone}</Button>
        </FieldRow>
      </Form>
    </Card>
  );
}

function ToursCard({ frame, tours }: OverviewPageProps) {
  const t = words[frame.language];
  return (
    <Card title={t.tours} id="fahrtouren">
      {tours.length === 0 ? (
        <EmptyState title={t.noTours} text={t.noToursText} />
      ) : (
        <DataTable
          caption={t.tours}
          rows={tours}
          columns={[
            {
              header: t.name,
              rowHeader: true,
              cell: (row) => <a href={subjectHref('fahrtouren', row.code)}>{row.name}</a>,
            },
            { header: t.code, cell: (row) => row.code },
            {
              header: t.status,
              onPhone: 'corner',
              cell: (row) => (
                <Badge tone={row.isActive ? 'ok' : 'neutral'}>{row.isActive ? t.driven : t.notDriven}</Badge>
              ),
            },
          ]}
        />
      )}
      <Form frame={frame} method="get" action={`${CATALOGUE}/fahrtour`} label={t.chooseTour}>
        <FieldRow>
          <TextField name="tour" label={t.tourCode} hint={t.zoneCodeHint} maxLength={20} width="short" />
          <Button kind="secondary">{t.chooseTour}</Button>
        </FieldRow>
      </Form>
    </Card>
  );
}

function RoundsCard({ frame, rounds }: OverviewPageProps) {
  const t = words[frame.language];
  return (
    <Card title={t.windows}>
      <DataTable
        caption={t.windows}
        rows={rounds}
        columns={[
          { header: t.pool, rowHeader: true, cell: (row) => <a href={row.href}>{row.name}</a> },
          { header: t.zone, cell: (row) => row.zone },
          { header: t.roundServices, cell: (row) => row.services },
          { header: t.windowsAWeek, align: 'end', cell: (row) => row.windows },
          { header: t.placesAWeek, align: 'end', cell: (row) => row.places },
        ]}
      />
    </Card>
  );
}

function SitesCard({ frame, sites }: OverviewPageProps) {
  const t = words[frame.language];
  return (
    <Card
      title={t.sites}
      action={<a href={subjectHref('servicezeiten', SERVICE_HOURS_CODE)}>{t.serviceHours}</a>}
    >
      <DataTable
        caption={t.sites}
        rows={sites}
        columns={[
          {
            header: t.name,
            rowHeader: true,
            cell: (row) => <a href={subjectHref('standorte', row.code)}>{`${row.name}, ${row.city}`}</a>,
          },
          {
            header: t.openingHours,
            cell: (row) => (
              <a
                href={subjectHref('oeffnungszeiten', row.code)}
                aria-label={`${t.openingHours}: ${row.name}`}
              >
                {t.openingHours}
              </a>
            ),
          },
          {
            header: t.state,
            onPhone: 'corner',
            cell: (row) => (
              <Badge tone={row.isActive ? 'ok' : 'neutral'}>{row.isActive ? t.offered : t.notOffered}</Badge>
            ),
          },
        ]}
      />
    </Card>
  );
}

function DaysCard({ frame, days, today }: OverviewPageProps) {
  const t = words[frame.language];
  return (
    <Card title={t.days}>
      {days.length === 0 ? (
        <EmptyState title={t.noDays} text={t.noDaysText} />
      ) : (
        <DataTable
          caption={t.days}
          rows={days}
          columns={[
            {
              header: t.date,
              rowHeader: true,
              nowrap: true,
              cell: (row) => <a href={subjectHref('kalender', row.code)}>{row.date}</a>,
            },
            { header: t.kind, cell: (row) => row.kind },
            { header: t.occasion, cell: (row) => row.name },
          ]}
        />
      )}
      <Form frame={frame} method="get" action={`${CATALOGUE}/tag`} label={t.chooseDay}>
        <FieldRow>
          <DateField name="tag" label={t.chooseDay} min={today} value={today} />
          <Button kind="secondary">{t.toDay}</Button>
        </FieldRow>
      </Form>
    </Card>
  );
}
