import { openSchematron } from './schematron.ts';
import { openSchema } from './xml-schema.ts';

const schema = await openSchema('factur-x/FACTUR-X_EN16931.xsd');
const en16931 = openSchematron('en16931/EN16931-CII-validation-preprocessed.sch');
const xrechnung = openSchematron('xrechnung/cii/XRechnung-CII-validation.sch');

/** Rules that the engine cannot evaluate. Both check the digits of an IBAN with a number of more digits than it has. */
export const NOT_EVALUATED: readonly string[] = ['BR-DE-19', 'BR-DE-20'];

/**
 * What the official schema and rules have against an e-invoice: the schema of Factur-X, EN 16931, and XRechnung where
 * the document says that it keeps it. Warnings count, too. Empty for a good one.
 */
export function eInvoiceFaults(xml: string): string[] {
  const rules = xml.includes('xrechnung_3.0') ? [en16931, xrechnung] : [en16931];
  return [
    ...schema.faults(xml),
    ...rules.flatMap((set) => {
      const { broken, failed } = set.inspect(xml);
      return [
        ...broken.filter(({ id }) => !NOT_EVALUATED.includes(id)).map(({ text }) => text),
        ...[...failed].filter(([id]) => !NOT_EVALUATED.includes(id)).map(([id, why]) => `${id}: ${why}`),
      ];
    }),
  ];
}

/** The ids of the rules of EN 16931 and XRechnung that a document gave reason to ask. */
export const rulesAsked = (xml: string): ReadonlySet<string> =>
  new Set([en16931, xrechnung].flatMap((set) => [...set.inspect(xml).asked]));
