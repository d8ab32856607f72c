import type { Fields } from './browser.ts';

type Attributes = Readonly<Record<string, string>>;

/** The attributes of each tag of this name. Enough for our own pages, whose markup is known to be valid. */
export function tags(html: string, name: string): Attributes[] {
  return [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(([, inside = '']) =>
    Object.fromEntries(
      [...inside.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, plain(value)]),
    ),
  );
}

/** What the form that posts to `action` carries unseen. */
export function hiddenFields(html: string, action: string): Fields {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((text) => tags(text, 'form')[0]?.action === action);
  if (!form) throw new Error(`The page has no form for ${action}`);
  return tags(form, 'input')
    .filter(({ type }) => type === 'hidden')
    .map(({ name = '', value = '' }) => [name, value]);
}

/** The values of a choice that may be made. */
export function choices(html: string, name: string): string[] {
  const radios = tags(html, 'input').filter((input) => input.name === name && !('disabled' in input));
  const select = new RegExp(`<select\\b[^>]*name="${name}"[\\s\\S]*?</select>`).exec(html)?.[0] ?? '';
  return [...radios, ...tags(select, 'option')].map(({ value = '' }) => value).filter(Boolean);
}

const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
