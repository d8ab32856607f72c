import { bankText, type IsoDate } from '../invoicing/index.ts';
import type { MandateScheme } from '../mandates/index.ts';
import { type Cents, exactSum } from '../money.ts';
import { element } from '../xml/element.ts';
import { SEQUENCE } from './collection.ts';

/** Who collects, on which account. */
export interface DebitCreditor {
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly iban: string;
  /** Empty: the bank finds itself by the IBAN. */
  readonly bic: string;
}

/** One debit of a file. */
export interface Debit {
  /** Unique for ever, at most 35 characters: the bank names it when it gives a debit back. */
  readonly endToEndId: string;
  readonly amount: Cents;
  readonly collectOn: IsoDate;
  readonly mandate: string;
  readonly signedOn: IsoDate;
  readonly holder: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly iban: string;
  /** What stands on the statement of the account. */
  readonly text: string;
}

export interface DebitFile {
  /** Unique for ever, at most 35 characters. */
  readonly messageId: string;
  /** In UTC, as `2026-12-02T09:00:00Z`. */
  readonly createdAt: string;
  /** A file is of one kind: banks refuse mixed ones. */
  readonly scheme: MandateScheme;
  readonly creditor: DebitCreditor;
  readonly debits: readonly Debit[];
}

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.008.001.08';

/**
 * The direct debits as banks take them: pain.008.001.08 with structured addresses, as the German annex 3 asks for. One
 * group per day of collection. Names and texts are written in the letters of SEPA and cut to its lengths; the amounts of
 * a group and of the file are summed up in cents.
 */
export function pain008(file: DebitFile): string {
  const { debits, creditor } = file;
  const days = [...Map.groupBy(debits, ({ collectOn }) => collectOn)].sort(([a], [b]) => (a < b ? -1 : 1));
  const root = element(
    'Document',
    element('CstmrDrctDbtInitn', [
      element('GrpHdr', [
        element('MsgId', file.messageId),
        element('CreDtTm', file.createdAt),
        ...sumsOf(debits),
        element('InitgPty', element('Nm', short(creditor.name, 70))),
      ]),
      ...days.map(([day, group], index) => groupElement(file, { day, group, number: index + 1 })),
    ]),
    { xmlns: NAMESPACE },
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root?.source}\n`;
}

function groupElement(
  { messageId, scheme, creditor }: DebitFile,
  { day, group, number }: { day: IsoDate; group: readonly Debit[]; number: number },
) {
  return element('PmtInf', [
    element('PmtInfId', `${messageId.slice(0, 30)}-${number}`),
    element('PmtMtd', 'DD'),
    ...sumsOf(group),
    element('PmtTpInf', [
      element('SvcLvl', element('Cd', 'SEPA')),
      element('LclInstrm', element('Cd', scheme)),
      element('SeqTp', SEQUENCE),
    ]),
    element('ReqdColltnDt', day),
    element('Cdtr', [element('Nm', short(creditor.name, 70)), address(creditor)]),
    element('CdtrAcct', element('Id', element('IBAN', creditor.iban))),
    element('CdtrAgt', bank(creditor.bic)),
    element('ChrgBr', 'SLEV'),
    element(
      'CdtrSchmeId',
      element(
        'Id',
        element(
          'PrvtId',
          element('Othr', [element('Id', creditor.id), element('SchmeNm', element('Prtry', 'SEPA'))]),
        ),
      ),
    ),
    ...group.map(debitElement),
  ]);
}

const debitElement = (debit: Debit) =>
  element('DrctDbtTxInf', [
    element('PmtId', element('EndToEndId', debit.endToEndId)),
    element('InstdAmt', euros(debit.amount), { Ccy: 'EUR' }),
    element(
      'DrctDbtTx',
      element('MndtRltdInf', [element('MndtId', debit.mandate), element('DtOfSgntr', debit.signedOn)]),
    ),
    element('DbtrAgt', bank('')),
    element('Dbtr', [element('Nm', short(debit.holder, 70)), address(debit)]),
    element('DbtrAcct', element('Id', element('IBAN', debit.iban))),
    element('RmtInf', element('Ustrd', short(debit.text, 140))),
  ]);

const sumsOf = (debits: readonly Debit[]) => [
  element('NbOfTxs', debits.length),
  element('CtrlSum', euros(exactSum(debits.map(({ amount }) => amount)))),
];

const address = (place: { street: string; postcode: string; city: string; country: string }) =>
  element('PstlAdr', [
    element('StrtNm', short(place.street, 70)),
    element('PstCd', short(place.postcode, 16)),
    element('TwnNm', short(place.city, 35)),
    element('Ctry', place.country),
  ]);

const bank = (bic: string) =>
  element('FinInstnId', bic ? element('BICFI', bic) : element('Othr', element('Id', 'NOTPROVIDED')));

const short = (text: string, length: number) => bankText(text).slice(0, length).trim();

function euros(cents: Cents): string {
  if (!Number.isSafeInteger(cents) || cents < 1) throw new RangeError(`${cents} cents cannot be debited`);
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
