import { giroCode, type Invoice } from '../../../domain/invoicing/index.ts';
import type { Formats } from '../../../platform/i18n/index.ts';
import { writeIban } from '../../../platform/iban.ts';
import { qrPath } from '../../../platform/qr.ts';
import { documentWords } from './words.ts';

/** The code for banking apps; only where somebody has to transfer something, or it would be paid twice. */
export function giroView(invoice: Invoice, formats: Formats) {
  const { payment, gross } = invoice;
  if (payment.kind !== 'transfer' || gross <= 0) return null;
  const t = documentWords[invoice.language];
  const remittance = `${invoice.number} ${invoice.buyer.customerNumber}`;
  const { size, path } = qrPath(giroCode({ ...payment, amount: gross, remittance }), 'M');
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`,
    label: t.giro,
    alt: t.giroAlt({ amount: formats.money(gross), iban: writeIban(payment.iban), number: invoice.number }),
  };
}
