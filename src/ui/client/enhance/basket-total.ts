import { lineNet, type TaxedLine, totals } from '../../../domain/money.ts';
import { pageLanguage } from './page-language.ts';
import { readQuantity } from './quantity.ts';

const euros = new Intl.NumberFormat(pageLanguage === 'de' ? 'de-DE' : 'en-GB', {
  style: 'currency',
  currency: 'EUR',
});

/**
 * Keeps the sums of a basket up to date while quantities are typed. Reckons with the server's own rules, so
 * that no cent changes between this page and the next.
 */
export function showTotals(): void {
  const outputs = document.querySelectorAll<HTMLElement>('[data-total]');
  if (outputs.length === 0) return;

  const update = () => {
    const { net, vat, gross } = totals(lines());
    const cents = new Map([
      ['net', net],
      ['vat', vat.reduce((sum, share) => sum + share.amount, 0)],
      ['gross', gross],
    ]);
    for (const output of outputs) {
      const text = euros.format((cents.get(output.dataset.total ?? '') ?? 0) / 100);
      // Screen readers read out what changes; the same sum again must not be one.
      if (output.textContent !== text) output.textContent = text;
    }
  };
  document.addEventListener('input', update);
  // The browser fills the fields again after going back, without an input event.
  addEventListener('pageshow', update);
}

function lines(): TaxedLine[] {
  const fields = document.querySelectorAll<HTMLInputElement>('input[data-unit-price]');
  return Array.from(fields, (field) => ({
    net: lineNet(Number(field.dataset.unitPrice), readQuantity(field.value) ?? 0),
    vatRate: Number(field.dataset.vat),
  }));
}
