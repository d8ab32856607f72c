import type { VatTreatment } from '../../../domain/invoicing/index.ts';
import type { BasisPoints } from '../../../domain/money.ts';
import type { Language } from '../../../platform/i18n/index.ts';

/** Where the price list names no paragraph: § 14 (4) UStG asks for a note all the same. */
const EXEMPT: Record<Language, string> = {
  de: 'Umsatzsteuerfreie Leistung nach § 4 UStG',
  en: 'Exempt from VAT under section 4 UStG',
};

/** The tax category of a rate: what has no tax is exempt, and says why. */
export function treatmentOf(rate: BasisPoints, reason: string, language: Language): VatTreatment {
  return rate > 0
    ? { category: 'S', rate, reason: '' }
    : { category: 'E', rate: 0, reason: reason || EXEMPT[language] };
}
