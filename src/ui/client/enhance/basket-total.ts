import { pageLanguage } from './page-language.ts';
import { readQuantity } from './quantity.ts';
import { type Position, type Totals, totalsOf } from './totals.ts';

const euros = new Intl.NumberFormat(pageLanguage === 'de' ? 'de-DE' : 'en-GB', {
  style: 'currency',
  currency: 'EUR',
});

/** Keeps the sums of a basket up to date while quantities are typed. */
export function showTotals(): void {
  const outputs = document.querySelectorAll<HTMLElement>('[data-total]');
  if (outputs.length === 0) return;

  const update = () => {
    const totals = totalsOf(positions());
    for (const output of outputs) {
      const text = euros.format(totals[output.dataset.total as keyof Totals] / 100);
      // Screen readers read out what changes; the same sum again must not be one.
      if (output.textContent !== text) output.textContent = text;
    }
  };
  document.addEventListener('input', update);
  // The browser fills the fields again after going back, without an input event.
  addEventListener('pageshow', update);
}

function positions(): Position[] {
  const fields = document.querySelectorAll<HTMLInputElement>('input[data-unit-price]');
  return Array.from(fields, (field) => ({
    quantity: readQuantity(field.value) ?? 0,
    unitPrice: Number(field.dataset.unitPrice),
    vat: Number(field.dataset.vat),
  }));
}
