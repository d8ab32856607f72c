import type { ImportedAddress, ImportedFirm } from './schemas.ts';

/** What is stored of an address, in the words of the file. */
export type StoredAddress = ImportedAddress & { readonly id: number; readonly isDefaultBilling: boolean };

/** What is stored of a firm. */
export interface StoredFirm {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly addresses: readonly StoredAddress[];
  readonly costCentres: readonly { readonly id: number; readonly code: string; readonly name: string }[];
  readonly contacts: readonly string[];
  readonly vatId: string;
  readonly country: string;
}

/** One difference, for people: what, from what, to what. */
export interface Difference {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What has to be written so that the firm is as the file says. */
export interface FirmDiff {
  readonly differences: readonly Difference[];
  readonly name: string | undefined;
  readonly newAddresses: readonly ImportedAddress[];
  readonly changedAddresses: readonly StoredAddress[];
  readonly newCostCentres: ImportedFirm['costCentres'];
  readonly changedCostCentres: StoredFirm['costCentres'];
  readonly newContacts: readonly string[];
  readonly goneContacts: readonly string[];
  /** Undefined: it stays. */
  readonly buyer: Pick<StoredFirm, 'vatId' | 'country'> | undefined;
}

const TEXTS = ['recipient', 'street', 'postcode', 'city'] as const;
/** What firms keep themselves: the file fills it in, an empty cell of it takes nothing away. */
const OWN_TEXTS = ['contactName', 'contactPhone', 'driverHint'] as const;

/**
 * Compares a firm with the file. The ERP is the master of names, places and contacts; nothing that it does not mention
 * is removed, because firms add places and cost centres of their own here. Uses of an address are only added to.
 */
export function diffFirm(stored: StoredFirm, wanted: ImportedFirm): FirmDiff {
  const differences: Difference[] = [];
  const note = (what: string, before: string, after: string) => differences.push({ what, before, after });

  if (stored.name !== wanted.name) note('name', stored.name, wanted.name);
  const newAddresses: ImportedAddress[] = [];
  const changedAddresses: StoredAddress[] = [];
  for (const address of wanted.addresses) {
    const known = stored.addresses.find(({ label }) => label === address.label);
    if (!known) {
      newAddresses.push(address);
      note(`address ${address.label}`, '', lineOf(address));
      continue;
    }
    const merged = mergeAddress(known, address);
    if (lineOf(known) === lineOf(merged)) continue;
    changedAddresses.push(merged);
    note(`address ${address.label}`, lineOf(known), lineOf(merged));
  }

  const byCode = new Map(stored.costCentres.map((centre) => [centre.code, centre]));
  const newCostCentres = wanted.costCentres.filter(({ code }) => !byCode.has(code));
  const changedCostCentres = wanted.costCentres.flatMap(({ code, name }) => {
    const known = byCode.get(code);
    return known && known.name !== name ? [{ ...known, name }] : [];
  });
  for (const { code, name } of newCostCentres) note(`cost centre ${code}`, '', name);
  for (const { code, name } of changedCostCentres)
    note(`cost centre ${code}`, byCode.get(code)?.name ?? '', name);

  const contacts = [...new Set(wanted.contacts)];
  const newContacts = contacts.filter((email) => !stored.contacts.includes(email));
  const goneContacts =
    contacts.length > 0 ? stored.contacts.filter((email) => !contacts.includes(email)) : [];
  for (const email of newContacts) note('contact', '', email);
  for (const email of goneContacts) note('contact', email, '');

  const buyer = { vatId: wanted.vatId || stored.vatId, country: wanted.country ?? stored.country };
  if (buyer.vatId !== stored.vatId) note('VAT id', stored.vatId, buyer.vatId);
  if (buyer.country !== stored.country) note('country', stored.country, buyer.country);

  return {
    differences,
    name: stored.name === wanted.name ? undefined : wanted.name,
    newAddresses,
    changedAddresses,
    newCostCentres,
    changedCostCentres,
    newContacts,
    goneContacts,
    buyer: buyer.vatId === stored.vatId && buyer.country === stored.country ? undefined : buyer,
  };
}

function mergeAddress(known: StoredAddress, wanted: ImportedAddress): StoredAddress {
  const texts = Object.fromEntries(TEXTS.map((field) => [field, wanted[field]]));
  const own = Object.fromEntries(OWN_TEXTS.map((field) => [field, wanted[field] || known[field]]));
  const uses = (['billing', 'delivery', 'pickup'] as const).filter(
    (use) => known.uses.includes(use) || wanted.uses.includes(use),
  );
  return { ...known, ...texts, ...own, uses };
}

const lineOf = (address: ImportedAddress) =>
  [
    address.recipient,
    address.street,
    `${address.postcode} ${address.city}`,
    address.uses.toSorted().join('+'),
    ...OWN_TEXTS.map((field) => address[field]),
  ]
    .filter(Boolean)
    .join(', ');
