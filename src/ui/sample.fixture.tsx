import { type Assets, bundleAssets } from '../platform/assets/index.ts';
import { formatsFor, type Language } from '../platform/i18n/index.ts';
import {
  Actions,
  Badge,
  Button,
  ButtonLink,
  Card,
  CheckboxField,
  DataTable,
  DateField,
  Deadline,
  DescriptionList,
  EmailField,
  EmptyState,
  ErrorSummary,
  FieldRow,
  FilterBar,
  Form,
  type Frame,
  Hidden,
  KeysetPager,
  Layout,
  LiveTotal,
  Notice,
  NumberField,
  PageHeading,
  PasswordField,
  RadioCards,
  Results,
  SelectField,
  Split,
  Stack,
  Steps,
  TextAreaField,
  TextField,
  Timeline,
} from './index.ts';

/** What somebody might type or be called who wants to get out of the markup. */
export const HOSTILE = `"><script>alert('x')</script>&amp;<img src=x onerror=alert(1)>'`;

export const NOW = Temporal.Instant.from('2026-11-28T12:00:00Z');

let assets: Promise<Assets> | undefined;

/** As many entries as the navigation holds at the most, and their longest words. */
const FULL_NAV = [
  { href: '/', text: { de: 'Übersicht', en: 'Overview' } },
  { href: '/bestellen', text: { de: 'Bestellen', en: 'Order' }, right: 'orders.place' as const },
  { href: '/abholungen', text: { de: 'Abholungen', en: 'Pickups' } },
  { href: '/einlieferungen', text: { de: 'Einlieferungen', en: 'Drop-offs' } },
  { href: '/kuriere', text: { de: 'Kuriere', en: 'Couriers' } },
  { href: '/kalender', text: { de: 'Kalender', en: 'Calendar' } },
  { href: '/auftraege', text: { de: 'Aufträge', en: 'Orders' } },
  { href: '/dokumente', text: { de: 'Rechnungen und Berichte', en: 'Invoices and reports' } },
  { href: '/konto', text: { de: 'Konto und Einstellungen', en: 'Account and settings' } },
  { href: '/hilfe', text: { de: 'Hilfe', en: 'Help' } },
];

/** A frame as a request would have it; visitors are made by leaving the viewer out. */
export async function sampleFrame(language: Language = 'de', changes: Partial<Frame> = {}): Promise<Frame> {
  assets ??= bundleAssets();
  return {
    language,
    formats: formatsFor(language, 'Europe/Berlin'),
    assets: await assets,
    carrier: {
      name: 'Spreebrief',
      phone: '030 5550 1234',
      phoneHours: 'Mo–Fr 8–18 Uhr',
      email: 's@carrier.example',
    },
    csrfToken: 'token-1',
    address: '/auftraege?status=open',
    viewer: {
      name: 'Jana Albrecht',
      email: 'jana@albrecht.example',
      customerNumber: 'D100001',
      customerName: `Albrecht & Söhne ${HOSTILE}`,
      isAdmin: false,
      can: () => true,
    },
    notices: { href: '/mitteilungen', unread: 3 },
    nav: FULL_NAV,
    demo: true,
    requestId: 'request-1',
    ...changes,
  };
}

/** Every part once, as a form that was not accepted and the list beside it. */
export function SamplePage({ frame }: { frame: Frame }) {
  return (
    <Layout frame={frame} title={`Muster ${HOSTILE}`} active="/bestellen" failed>
      <PageHeading
        title="Wochenbericht WB-2026-W46-D100003"
        lead={HOSTILE}
        back={{ href: '/', text: 'Übersicht' }}
        actions={<ButtonLink href="/abholungen/neu">Abholung buchen</ButtonLink>}
      />
      <Steps frame={frame} steps={['Artikel', 'Lieferung', 'Prüfen']} current={2} />
      <ErrorSummary
        frame={frame}
        errors={{
          summary: [
            { field: 'quantity[ST]', message: 'Menge: bitte eine ganze Zahl' },
            { field: 'window', message: 'Bitte ein Zeitfenster wählen' },
            { message: HOSTILE },
          ],
        }}
      />
      <Notice tone="ok" title="Gespeichert" live>
        <p>{HOSTILE}</p>
      </Notice>
      <Notice tone="warn">
        <p>
          Frist: <Deadline frame={frame} at={NOW.subtract({ seconds: 1 })} now={NOW} />
        </p>
      </Notice>
      <Split>
        <Card title="Angaben">
          <SampleForm frame={frame} />
        </Card>
        <Stack>
          <SampleFacts frame={frame} />
        </Stack>
      </Split>
      <SampleList frame={frame} />
      <EmptyState
        title="Noch nichts da"
        text="Das ist zu tun."
        action={<ButtonLink href="/bestellen">Bestellen</ButtonLink>}
      />
    </Layout>
  );
}

function SampleForm({ frame }: { frame: Frame }) {
  return (
    <Form frame={frame} action="/bestellen" idempotencyKey="key-1">
      <Hidden name="step" value="2" />
      <FieldRow>
        <SelectField
          name="product"
          label="Artikel"
          placeholder="Bitte wählen"
          value="b"
          options={[
            { value: 'a', label: 'Standard' },
            { value: 'b', label: HOSTILE },
          ]}
        />
        <NumberField
          name="quantity[ST]"
          label="Menge"
          hint="In Bögen zu 10"
          error="Bitte eine ganze Zahl"
          value={HOSTILE}
          min={0}
          max={50}
          step={10}
          unitPrice={7125}
          vat={1900}
        />
      </FieldRow>
      <NumberField name="quantity[BX]" label="Boxen" value="2" optional unitPrice={142_000} vat={700} />
      <TextField name="reference" label="Referenz" hint={HOSTILE} value={HOSTILE} optional maxLength={35} />
      <EmailField name="email" label="E-Mail" value={HOSTILE} />
      <PasswordField name="password" label="Passwort" autocomplete="current-password" />
      <RadioCards
        name="window"
        legend="Lieferfenster"
        hint="Die nächsten Termine"
        error="Bitte ein Zeitfenster wählen"
        value="2"
        groups={[
          {
            title: 'Montag, 30. November 2026',
            options: [
              { value: '1', title: '07:00–09:00 Uhr', detail: 'ausgebucht', disabled: true },
              { value: '2', title: '10:00–12:00 Uhr', detail: 'noch 2 frei' },
            ],
          },
          { title: 'Dienstag, 1. Dezember 2026', options: [{ value: '3', title: HOSTILE, detail: HOSTILE }] },
        ]}
      />
      <RadioCards
        name="address"
        legend="Adresse"
        groups={[{ options: [{ value: 'a', title: 'Zentrale' }] }]}
      />
      <TextAreaField name="note" label="Nachricht" value={`</textarea>${HOSTILE}`} optional />
      <CheckboxField name="terms" label="Ich bestelle verbindlich." required error="Bitte bestätigen" />
      <Actions>
        <Button name="action" value="next">
          Weiter
        </Button>
        <Button kind="danger" about="Bestellung">
          Verwerfen
        </Button>
      </Actions>
    </Form>
  );
}

function SampleFacts({ frame }: { frame: Frame }) {
  const zero = frame.formats.money(0);
  return (
    <>
      <Card title="Summe" id="summe">
        <DescriptionList
          frame={frame}
          sums
          items={[
            { term: 'Netto', value: <LiveTotal of="net">{zero}</LiveTotal> },
            { term: 'USt.', value: <LiveTotal of="vat">{zero}</LiveTotal> },
            { term: 'Brutto', value: <LiveTotal of="gross">{zero}</LiveTotal> },
          ]}
        />
      </Card>
      <Card title="Ihre Angaben" action={<a href="/alle">Alle</a>}>
        <DescriptionList
          frame={frame}
          items={[
            { term: 'Adresse', value: HOSTILE, change: '/bestellen?zurueck=1' },
            { term: 'Änderbar bis', value: <Deadline frame={frame} at={NOW.add({ hours: 27 })} now={NOW} /> },
          ]}
        />
        <Timeline
          frame={frame}
          entries={[
            { at: NOW, title: 'Eingeplant', tone: 'info', detail: HOSTILE },
            { at: NOW.subtract({ hours: 1 }), title: 'Gebucht' },
          ]}
        />
      </Card>
    </>
  );
}

const ROWS = [
  { number: 'A1', what: HOSTILE, cents: 123_450 },
  { number: 'A2', what: 'Boxen', cents: 0 },
];

function SampleList({ frame }: { frame: Frame }) {
  return (
    <Card title="Aufträge">
      <FilterBar frame={frame} action="/auftraege" label="Aufträge filtern" active>
        <TextField unmarked name="q" label="Suche" inputMode="search" value={HOSTILE} />
        <SelectField
          unmarked
          name="status"
          label="Status"
          placeholder="Alle"
          options={[{ value: 'a', label: 'Offen' }]}
        />
        <DateField unmarked name="from" label="Von" value="2026-11-30" />
      </FilterBar>
      <Results summary="2 Aufträge">
        <DataTable
          caption="Aufträge"
          rows={ROWS}
          columns={[
            {
              header: 'Auftrag',
              rowHeader: true,
              cell: (row) => <a href={`/auftraege/${row.number}`}>{row.number}</a>,
            },
            { header: HOSTILE, cell: (row) => row.what },
            { header: 'Status', onPhone: 'corner', cell: () => <Badge tone="ok">Geliefert</Badge> },
            { header: 'Betrag', align: 'end', cell: (row) => frame.formats.money(row.cents) },
          ]}
        />
        <DataTable
          caption="Fristen"
          rows={ROWS}
          columns={[
            { header: 'Nummer', rowHeader: true, cell: (row) => row.number },
            {
              header: 'Can be cancelled until',
              cell: () => <Deadline frame={frame} at={NOW.add({ hours: 27 })} now={NOW} />,
            },
            { header: 'Zuletzt geändert am', nowrap: true, cell: () => frame.formats.dateTime(NOW) },
          ]}
        />
        <KeysetPager
          frame={frame}
          first="/auftraege"
          newer="/auftraege?before=1&kind=a"
          older="/auftraege?after=2"
        />
      </Results>
    </Card>
  );
}
