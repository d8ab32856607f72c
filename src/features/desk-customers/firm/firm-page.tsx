import type { ComponentChildren } from 'preact';
import { COUNTRIES } from '../../../domain/countries.ts';
import { countryOptions } from '../../../platform/i18n/index.ts';
import {
  Actions,
  Badge,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DescriptionList,
  EmailField,
  ErrorSummary,
  Form,
  type Frame,
  Hidden,
  Layout,
  Notice,
  PageHeading,
  SelectField,
  Split,
  Stack,
  TextAreaField,
  TextField,
  Timeline,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { inquiryWords } from '../../help/index.ts';
import {
  CUSTOMERS,
  firmDocumentsHref,
  firmHistoryHref,
  firmHref,
  firmOrdersHref,
  REQUESTS,
} from '../paths.ts';
import { words } from '../words.ts';
import { DocumentTable, OrderTable } from './firm-tables.tsx';
import type { ShownFirm } from './show-firm.ts';

export interface FirmPageProps {
  frame: Frame;
  firm: ShownFirm;
  typed: Readonly<
    Record<'note' | 'email' | 'reason' | 'viewReason' | 'vatId' | 'country' | 'version', string>
  >;
  errors: FormErrors;
  done: string | undefined;
  /** Issued a moment ago; it is shown here and never again. */
  code: { readonly code: string; readonly until: string } | undefined;
}

/** Everything about a firm, for whoever is on the phone with it. */
export function FirmPage(props: FirmPageProps) {
  const { frame, firm, errors, done, code } = props;
  const t = words[frame.language].firm;
  const { number, name } = firm.customer;
  return (
    <Layout frame={frame} title={name} active={CUSTOMERS} failed={errors.status >= 400}>
      <PageHeading
        title={name}
        lead={`${t.number} ${number}`}
        back={{ href: CUSTOMERS, text: t.back }}
        actions={<ButtonLink href={firmHistoryHref(number)}>{t.history}</ButtonLink>}
      />
      <ErrorSummary frame={frame} errors={errors} />
      {done && (
        <Notice tone="ok" live>
          <p>{done}</p>
        </Notice>
      )}
      {code && (
        <Notice tone="ok" title={t.codeIs} live>
          <p>
            <code>{code.code}</code>
          </p>
          <p>{t.codeUntil({ at: code.until })}</p>
        </Notice>
      )}
      {firm.requests.length > 0 && (
        <Notice tone="warn" title={t.requests({ count: firm.requests.length })}>
          <p>
            <a href={REQUESTS}>{t.toRequests}</a>
          </p>
        </Notice>
      )}
      <Split>
        <Stack>
          <Facts {...props} />
          <Buyer {...props} />
          <Notes {...props} />
        </Stack>
        <Stack>
          <Inquiries {...props} />
          <Mandate {...props} />
          <SeeIt {...props} />
        </Stack>
      </Split>
      <Stack>
        <Users {...props} />
        <Orders {...props} />
        <Documents {...props} />
        {firm.isRegistered ? <Leaver {...props} /> : <Code {...props} />}
      </Stack>
    </Layout>
  );
}

function Facts({ frame, firm }: FirmPageProps) {
  const t = words[frame.language].firm;
  const uses = (one: ShownFirm['addresses'][number]) =>
    [
      one.isBilling && t.addressUses.billing,
      one.isDelivery && t.addressUses.delivery,
      one.isPickup && t.addressUses.pickup,
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <Card title={t.facts}>
      <DescriptionList
        frame={frame}
        items={[
          ...firm.addresses.map((one) => ({
            term: `${one.label} (${uses(one)})`,
            value: `${one.recipient}, ${one.street}, ${one.postcode} ${one.city}`,
          })),
          { term: t.costCentres, value: frame.formats.number(firm.costCentres) },
          ...(firm.contacts.length > 0 ? [{ term: t.contacts, value: firm.contacts.join(', ') }] : []),
        ]}
      />
    </Card>
  );
}

/** What the firm's invoices name it by: asked for on the phone more often than looked up. */
function Buyer({ frame, firm, typed, errors }: FirmPageProps) {
  const t = words[frame.language].firm;
  return (
    <Card title={t.buyer}>
      <Form frame={frame} action={`${firmHref(firm.customer.number)}/rechnungsangaben`} label={t.buyer}>
        <Hidden name="version" value={typed.version} />
        <TextField
          name="vatId"
          label={t.buyerFields.vatId}
          hint={t.buyerHint}
          value={typed.vatId}
          error={errors.of('vatId')}
          maxLength={30}
          spellcheck={false}
          optional
        />
        <SelectField
          name="country"
          label={t.buyerFields.country}
          value={typed.country}
          error={errors.of('country')}
          options={countryOptions(COUNTRIES, frame.language)}
        />
        <Actions>
          <Button kind="secondary">{t.saveBuyer}</Button>
        </Actions>
      </Form>
    </Card>
  );
}

function Users({ frame, firm }: FirmPageProps) {
  const t = words[frame.language].firm;
  return (
    <Card title={t.users}>
      {firm.members.length > 0 ? (
        <DataTable
          caption={t.users}
          rows={firm.members}
          columns={[
            { header: t.name, cell: (one) => one.name, rowHeader: true },
            { header: t.email, cell: (one) => one.email },
            {
              header: t.role,
              cell: (one) => (
                <>
                  {one.isAdmin ? t.admin : t.member}
                  {one.isMainContact && `, ${t.mainContact}`}
                  {!one.isActive && <Badge>{t.inactive}</Badge>}
                </>
              ),
            },
            {
              header: t.lastSignIn,
              cell: (one) => (one.lastSignInAt ? frame.formats.dateTime(one.lastSignInAt) : t.never),
            },
          ]}
        />
      ) : (
        <p>{t.noUsers}</p>
      )}
    </Card>
  );
}

function Orders({ frame, firm }: FirmPageProps) {
  const t = words[frame.language].firm;
  return (
    <Card title={t.orders}>
      {firm.orders.length > 0 ? (
        <>
          <OrderTable frame={frame} caption={t.orders} orders={firm.orders} />
          <p>
            <a href={firmOrdersHref(firm.customer.number)}>{t.allOrders}</a>
          </p>
        </>
      ) : (
        <p>{t.noOrders}</p>
      )}
    </Card>
  );
}

function Documents({ frame, firm }: FirmPageProps) {
  const t = words[frame.language].firm;
  return (
    <Card title={t.documents}>
      {firm.documents.length > 0 ? (
        <>
          <DocumentTable frame={frame} caption={t.documents} documents={firm.documents} />
          <p>
            <a href={firmDocumentsHref(firm.customer.number)}>{t.allDocuments}</a>
          </p>
        </>
      ) : (
        <p>{t.noDocuments}</p>
      )}
    </Card>
  );
}

function Notes({ frame, firm, typed, errors }: FirmPageProps) {
  const t = words[frame.language].firm;
  return (
    <Card title={t.notes}>
      <p class="hint">{t.notesHint}</p>
      {firm.notes.length > 0 && (
        <Timeline
          frame={frame}
          entries={firm.notes.map(({ at, author, body }) => ({ at, title: author, detail: body }))}
        />
      )}
      <Form frame={frame} action={`${firmHref(firm.customer.number)}/notiz`} label={t.note}>
        <TextAreaField
          name="note"
          label={t.note}
          value={typed.note}
          error={errors.of('note')}
          rows={3}
          maxLength={2000}
        />
        <Actions>
          <Button kind="secondary">{t.saveNote}</Button>
        </Actions>
      </Form>
    </Card>
  );
}

function Inquiries({ frame, firm }: FirmPageProps) {
  const { language, formats } = frame;
  const t = words[language].firm;
  return (
    <Card title={t.inquiries}>
      {firm.inquiries.length > 0 ? (
        <ul class="plain">
          {firm.inquiries.map((one) => (
            <li key={one.number}>
              <a href={`/desk/anfragen/${one.number}`}>{one.subject}</a>
              <span class="line hint">
                {`${inquiryWords[language].states[one.state]}, ${formats.dateTime(one.lastAt)}`}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t.noInquiries}</p>
      )}
    </Card>
  );
}

function Mandate({ frame, firm }: FirmPageProps) {
  const t = words[frame.language].firm;
  const { mandate } = firm;
  if (!mandate) return <Empty title={t.mandate}>{t.noMandate}</Empty>;
  return (
    <Card title={t.mandate}>
      <DescriptionList
        frame={frame}
        items={[
          { term: t.reference, value: mandate.reference },
          { term: t.scheme, value: t.schemes[mandate.scheme] },
          { term: t.holder, value: mandate.holder },
          {
            term: t.iban,
            value: t.ibanSpoken({ country: mandate.ibanCountry, last4: mandate.ibanLast4 }),
          },
          { term: t.givenAt, value: frame.formats.dateTime(mandate.givenAt) },
        ]}
      />
    </Card>
  );
}

const Empty = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <Card title={title}>
    <p>{children}</p>
  </Card>
);

/** The way to the firm's own pages, with a reason that its administrators will read. */
function SeeIt({ frame, firm, typed, errors }: FirmPageProps) {
  const t = words[frame.language].firm;
  return (
    <Card title={t.see}>
      <p>{t.seeText}</p>
      <Form frame={frame} action={`${firmHref(firm.customer.number)}/ansicht`} label={t.see}>
        <TextField
          name="viewReason"
          label={t.seeReason}
          hint={t.seeReasonHint}
          value={typed.viewReason}
          error={errors.of('viewReason')}
          maxLength={300}
        />
        <Actions>
          <Button kind="secondary">{t.seeIt}</Button>
        </Actions>
      </Form>
    </Card>
  );
}

function Code({ frame, firm }: FirmPageProps) {
  const { formats, language } = frame;
  const t = words[language].firm;
  const { code } = firm;
  return (
    <Card title={t.code}>
      <p>{t.codeText}</p>
      {code && (
        <p class="hint">
          {t.codeIssued({
            by: code.issuedBy,
            at: formats.dateTime(code.issuedAt),
            until: formats.dateTime(code.expiresAt),
          })}
        </p>
      )}
      <Form frame={frame} action={`${firmHref(firm.customer.number)}/code`} plain>
        <Button kind="secondary">{t.issueCode}</Button>
      </Form>
    </Card>
  );
}

function Leaver({ frame, firm, typed, errors }: FirmPageProps) {
  const { formats, language } = frame;
  const t = words[language].firm;
  const { proposal } = firm;
  return (
    <Card title={t.leaver}>
      <p>{t.leaverText}</p>
      {proposal ? (
        <>
          <p>
            {t.leaverOpen({
              email: proposal.email,
              by: proposal.proposedBy,
              at: formats.dateTime(proposal.proposedAt),
            })}
          </p>
          <p>
            <a href={REQUESTS}>{t.toRequests}</a>
          </p>
        </>
      ) : (
        <Form frame={frame} action={`${firmHref(firm.customer.number)}/hauptkontakt`} label={t.leaver}>
          <EmailField
            name="email"
            label={t.leaverEmail}
            value={typed.email}
            error={errors.of('email')}
            autocomplete="off"
          />
          <TextAreaField
            name="reason"
            label={t.leaverReason}
            value={typed.reason}
            error={errors.of('reason')}
            rows={2}
            maxLength={500}
          />
          <SelectField
            name="language"
            label={t.leaverLanguage}
            options={[
              { value: 'de', label: t.languages.de },
              { value: 'en', label: t.languages.en },
            ]}
          />
          <Actions>
            <Button kind="secondary">{t.propose}</Button>
          </Actions>
        </Form>
      )}
    </Card>
  );
}
