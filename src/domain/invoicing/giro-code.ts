import type { Cents } from '../money.ts';
import { bankText } from './bank-text.ts';

/**
 * What the QR code of a transfer holds (EPC069-12, version 2): a banking app fills in its form from it. Names are
 * written in the letters that every bank takes, because apps disagree about umlauts.
 * @param amount in cents, 1 to 99,999,999,999
 */
export function giroCode(transfer: {
  readonly holder: string;
  readonly iban: string;
  readonly bic: string;
  readonly amount: Cents;
  readonly remittance: string;
}): string {
  const { holder, iban, bic, amount, remittance } = transfer;
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > MOST) {
    throw new RangeError(`${amount} cents cannot be transferred`);
  }
  const euros = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
  return [
    'BCD',
    '002',
    '1',
    'SCT',
    bic,
    bankText(holder).slice(0, 70),
    iban.replaceAll(' ', ''),
    `EUR${euros}`,
    '', // purpose
    '', // structured reference: the text below takes its place
    bankText(remittance).slice(0, 140),
  ].join('\n');
}

const MOST = 99_999_999_999;
