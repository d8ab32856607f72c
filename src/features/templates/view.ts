import type { Formats } from '../../platform/i18n/index.ts';
import { productCodeOf } from '../orders/index.ts';
import { templateHref } from './paths.ts';
import type { namesIn, StillNamed, StoredTemplate } from './queries.ts';
import { templateForm } from './template-form.ts';
import { words } from './words.ts';

export interface TemplateRow {
  readonly id: number;
  readonly name: string;
  readonly service: string;
  readonly contents: string;
  readonly note: string | undefined;
  readonly orderHref: string | undefined;
  readonly editHref: string;
}

export function templateRows(
  templates: readonly StoredTemplate[],
  there: StillNamed,
  names: Awaited<ReturnType<typeof namesIn>>,
  formats: Formats,
): TemplateRow[] {
  const t = words[formats.language];
  return templates.map((template) => {
    const { href, isCut } = templateForm(template, there);
    return {
      id: template.id,
      name: template.name,
      service: template.serviceName[formats.language],
      contents: contentsOf(template, names, formats),
      note: href ? (isCut ? t.partlyGone : undefined) : t.gone,
      orderHref: href,
      editHref: templateHref(template.id),
    };
  });
}

/** "3 × Briefmarken Standard, Kanzlei, Empfang 3. OG". */
function contentsOf(
  { answers }: StoredTemplate,
  names: Awaited<ReturnType<typeof namesIn>>,
  formats: Formats,
): string {
  const shown = answers.flatMap(([name, value]) => {
    const product = productCodeOf(name);
    if (product) {
      return `${formats.number(Number(value))} × ${names.products.get(product)?.[formats.language] ?? product}`;
    }
    if (name === 'addressId') return names.addresses.get(value) ?? [];
    return name === 'reference' ? value : [];
  });
  return shown.join(', ');
}
