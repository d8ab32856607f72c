import type { Formats } from '../../platform/i18n/index.ts';
import type { StillNamed } from '../orders/index.ts';
import { contentsOf } from './contents.ts';
import { templateHref } from './paths.ts';
import type { Names, StoredTemplate } from './queries.ts';
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
  names: Names,
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
