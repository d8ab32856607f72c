import type { DescriptionItem, Frame } from '../../../ui/index.ts';
import type { StoredAddress } from '../addresses/queries.ts';
import { ADDRESSES } from '../addresses/view.ts';
import { words as addressWords } from '../addresses/words.ts';
import type { CompanyRequest } from '../company/queries.ts';
import { COMPANY } from '../company/view.ts';
import { words as companyWords } from '../company/words.ts';
import { CONTACTS } from '../contacts/view.ts';
import { words as contactWords } from '../contacts/words.ts';
import { COST_CENTRES } from '../cost-centres/view.ts';
import { words as costCentreWords } from '../cost-centres/words.ts';
import type { StoredSettings } from '../invoice-settings/queries.ts';
import { INVOICE_SETTINGS } from '../invoice-settings/view.ts';
import { words as settingsWords } from '../invoice-settings/words.ts';
import { LETTERS, PREFERENCES } from '../preferences/pages/preferences-form.tsx';
import type { StoredPreferences } from '../preferences/queries.ts';
import { words as preferenceWords } from '../preferences/words.ts';
import { words as shared } from '../words.ts';
import type { countMasterData } from './queries.ts';
import { words } from './words.ts';

/** One part of the master data at a glance. */
export interface OverviewCard {
  readonly title: string;
  readonly href: string;
  readonly facts: readonly DescriptionItem[];
  /** A state worth seeing from afar: "beantragt". */
  readonly badge?: string | undefined;
}

export interface OverviewData {
  readonly company: { readonly name: string; readonly number: string };
  readonly latestRequest: CompanyRequest | undefined;
  readonly counts: Awaited<ReturnType<typeof countMasterData>>;
  readonly addresses: readonly StoredAddress[];
  readonly settings: StoredSettings;
  readonly preferences: StoredPreferences | undefined;
}

/** What of the firm, and what of the acting person. */
export function overviewCards(
  data: OverviewData,
  frame: Frame,
): { firm: OverviewCard[]; beside: OverviewCard[] } {
  return {
    firm: [companyCard(data, frame), addressCard(data, frame), settingsCard(data, frame)],
    beside: [contactCard(data, frame), costCentreCard(data, frame), preferenceCard(data, frame)],
  };
}

function companyCard({ company, latestRequest }: OverviewData, { language }: Frame): OverviewCard {
  const t = companyWords[language];
  const isPending = latestRequest !== undefined && latestRequest.answeredAt === null;
  return {
    title: t.title,
    href: COMPANY,
    facts: [
      { term: t.name, value: company.name },
      ...(isPending ? [{ term: t.fields.newName, value: latestRequest.newName }] : []),
      { term: t.number, value: company.number },
    ],
    badge: isPending ? t.badge : undefined,
  };
}

function addressCard({ addresses, counts }: OverviewData, { language, formats }: Frame): OverviewCard {
  const t = words[language];
  const billing = addresses.find(({ values }) => values.isDefaultBilling)?.values;
  return {
    title: addressWords[language].title,
    href: ADDRESSES,
    facts: [
      {
        term: t.billing,
        value: billing
          ? `${billing.recipient}, ${billing.street}, ${billing.postcode} ${billing.city}`
          : t.noBilling,
      },
      { term: t.addresses, value: formats.number(counts.addresses) },
    ],
  };
}

function settingsCard({ settings }: OverviewData, { language, formats }: Frame): OverviewCard {
  const t = words[language];
  const s = settingsWords[language];
  const { values } = settings;
  const copies = new Set([...values.invoiceCopies, ...values.reportCopies, ...values.receiptCopies]).size;
  return {
    title: s.title,
    href: INVOICE_SETTINGS,
    facts: [
      { term: t.einvoice, value: s.values.einvoiceFormat[values.einvoiceFormat] },
      { term: t.reference, value: values.leitwegId || values.buyerReference || shared[language].none },
      { term: t.copies, value: copies > 0 ? formats.number(copies) : t.none },
      { term: t.display, value: s.values.priceDisplay[values.priceDisplay] },
    ],
  };
}

function contactCard({ counts }: OverviewData, { language, formats }: Frame): OverviewCard {
  const t = words[language];
  return {
    title: contactWords[language].title,
    href: CONTACTS,
    facts: [{ term: t.contacts, value: counts.contacts > 0 ? formats.number(counts.contacts) : t.none }],
  };
}

function costCentreCard({ counts }: OverviewData, { language, formats }: Frame): OverviewCard {
  const t = words[language];
  const { openCostCentres: open, closedCostCentres: closed } = counts;
  return {
    title: costCentreWords[language].title,
    href: COST_CENTRES,
    facts: [
      { term: t.costCentresOpen, value: open > 0 ? formats.number(open) : t.none },
      ...(closed > 0 ? [{ term: t.costCentresClosed, value: formats.number(closed) }] : []),
    ],
  };
}

function preferenceCard({ preferences }: OverviewData, { language, formats }: Frame): OverviewCard {
  const t = words[language];
  const p = preferenceWords[language];
  const wanted = LETTERS.filter((name) => preferences?.values[name] ?? true).length;
  const some = { count: formats.number(wanted), all: formats.number(LETTERS.length) };
  return {
    title: p.title,
    href: PREFERENCES,
    facts: [
      { term: t.language, value: p.languages[preferences?.values.language ?? language] },
      {
        term: t.mails,
        value: wanted === LETTERS.length ? t.allMails : wanted > 0 ? t.someMails(some) : t.noMails,
      },
    ],
  };
}
