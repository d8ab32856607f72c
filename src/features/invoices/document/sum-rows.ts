import type { Invoice } from '../../../domain/invoicing/index.ts';
import type { Formats } from '../../../platform/i18n/index.ts';
import { documentWords } from './words.ts';

/** Net, and the tax of every category; what is exempt has a line of its own. */
export function sumRows(invoice: Invoice, formats: Formats): [string, string][] {
  const t = documentWords[invoice.language];
  return [
    [t.sumNet, formats.money(invoice.net)],
    ...invoice.vat.map(({ category, rate, base, tax }): [string, string] => [
      category === 'S'
        ? t.vatOf({ rate: formats.percent(rate), base: formats.money(base) })
        : t.vatNone({ base: formats.money(base) }),
      formats.money(tax),
    ]),
  ];
}
