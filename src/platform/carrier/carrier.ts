import type { Selectable } from 'kysely';
import { type Database, query } from '../db/database.ts';
import type { Carrier as CarrierRow } from '../db/tables.ts';
import type { Text } from '../i18n/index.ts';

/** Who collects by direct debit; the carrier itself or a firm that does it for it. */
export interface Creditor {
  /** The creditor identifier (Gläubiger-Identifikationsnummer). */
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  /** ISO 3166, two letters. */
  readonly country: string;
}

/** The account that customers transfer to. */
export interface BankAccount {
  /** In one piece. */
  readonly iban: string;
  /** Empty where the bank needs none. */
  readonly bic: string;
  readonly bank: string;
}

/** Who runs this portal: identity, contact and colours. Configuration, not code. */
export interface Carrier {
  readonly name: string;
  readonly legalName: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  readonly phoneHours: Text;
  readonly email: string;
  readonly vatId: string;
  /** Steuernummer; empty when the VAT id is enough. */
  readonly taxNumber: string;
  readonly register: string;
  readonly representatives: string;
  readonly supervisoryAuthority: string;
  readonly accentColour: string;
  /** An SVG for letters; undefined: they show the name. */
  readonly logo: string | undefined;
  readonly timeZone: string;
  /** Undefined: the carrier offers no direct debit. */
  readonly creditor: Creditor | undefined;
  /** Undefined: no invoice can be issued. */
  readonly bank: BankAccount | undefined;
  /** Days from the date of an invoice until it is due. */
  readonly paymentDays: number;
  /** Days from the announcement of a direct debit, which is the invoice, until it is collected. */
  readonly debitNoticeDays: number;
  /** Sample data: the carrier does not exist. */
  readonly isSample: boolean;
}

/** The carrier of this installation; undefined while the database holds none. Read once, at start. */
export async function findCarrier(db: Database): Promise<Carrier | undefined> {
  const [row] = await db.all(query.selectFrom('carrier').selectAll());
  return (
    row && {
      name: row.name,
      legalName: row.legal_name,
      street: row.street,
      postcode: row.postcode,
      city: row.city,
      phone: row.phone,
      phoneHours: row.phone_hours,
      email: row.email,
      vatId: row.vat_id,
      taxNumber: row.tax_number,
      register: row.register,
      representatives: row.representatives,
      supervisoryAuthority: row.supervisory_authority,
      accentColour: row.accent_colour,
      logo: row.logo_svg ?? undefined,
      timeZone: row.time_zone,
      creditor: creditorOf(row),
      bank: bankOf(row),
      paymentDays: row.payment_days,
      debitNoticeDays: row.debit_notice_days,
      isSample: row.is_sample,
    }
  );
}

/** The database holds all of it or nothing. */
function creditorOf(row: Selectable<CarrierRow>): Creditor | undefined {
  if (row.creditor_id === null) return undefined;
  return {
    id: row.creditor_id,
    name: row.creditor_name ?? '',
    street: row.creditor_street ?? '',
    postcode: row.creditor_postcode ?? '',
    city: row.creditor_city ?? '',
    country: row.creditor_country ?? '',
  };
}

function bankOf({ bank_iban, bank_bic, bank_name }: Selectable<CarrierRow>): BankAccount | undefined {
  return bank_iban === null ? undefined : { iban: bank_iban, bic: bank_bic ?? '', bank: bank_name ?? '' };
}
