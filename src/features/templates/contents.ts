import type { Formats } from '../../platform/i18n/index.ts';
import { mailProductOf, productCodeOf } from '../orders/index.ts';
import type { Names, StoredTemplate } from './queries.ts';

/** "3 × Briefmarken Standard, Kanzlei, Empfang 3. OG", or "Kanzlei → Amtsgericht, Akten". */
export function contentsOf(
  { answers }: Pick<StoredTemplate, 'answers'>,
  names: Names,
  formats: Formats,
): string {
  const { language } = formats;
  const way = [placeOf('from', answers, names), placeOf('to', answers, names)].filter(Boolean).join(' → ');
  const shown = answers.flatMap(([name, value]) => {
    const product = productCodeOf(name);
    if (product) return times(value, names.products.get(product)?.[language] ?? product, formats);
    const mailing = name.endsWith('.pieces') ? mailProductOf(name) : undefined;
    if (mailing) return times(value, names.mailProducts.get(mailing)?.[language] ?? mailing, formats);
    if (name === 'addressId') return names.addresses.get(value) ?? [];
    if (name === 'site') return names.sites.get(value) ?? [];
    return name === 'reference' || name === 'content' ? value : [];
  });
  return [way, ...shown].filter(Boolean).join(', ');
}

const times = (count: string, name: string, { number }: Formats): string =>
  `${number(Number(count))} × ${name}`;

/** How a place of a ride is called: by the label of the firm's own address, or by who is there. */
function placeOf(path: string, answers: StoredTemplate['answers'], names: Names): string {
  const of = (field: string) => answers.find(([name]) => name === `${path}.${field}`)?.[1];
  const addressId = of('addressId');
  return (addressId && names.addresses.get(addressId)) || (of('recipient') ?? '');
}
