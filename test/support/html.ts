import assert from 'node:assert/strict';
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Matters of style that the renderer decides.
    'doctype-style': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Tables name their roles, because they are laid out as cards on a phone.
    'no-redundant-role': 'off',
    // Everything comes from our own address.
    'require-sri': 'off',
    'long-title': 'off',
    // Ticks in the rows of a list say which rows are meant: one name, many values.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
});

/** Fails with every rule that the page breaks. */
export async function assertValidHtml(html: string): Promise<void> {
  const report = await validator.validateString(html);
  const complaints = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
  assert.deepEqual(complaints, []);
}

/** What a reader sees of a page, without tags and scripts, with single spaces. */
export function textOf(html: string): string {
  const visible = html
    .replaceAll(/<(script|style|template|head)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<(?:[^>"]|"[^"]*")*>/g, ' ');
  return decode(visible).replaceAll(/\s+/g, ' ').trim();
}

/** A form as a browser would send it untouched. */
export interface FormView {
  readonly action: string;
  readonly method: 'get' | 'post';
  /** Names and values of everything that would be sent, in order. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/**
 * The forms of a page, in order. Reads what our own pages write (attributes in double quotes, in which
 * a `>` may stand); it is no parser for other people's HTML.
 */
export function formsOf(html: string): FormView[] {
  return [...html.matchAll(/<form\b((?:[^>"]|"[^"]*")*)>(.*?)<\/form>/gs)].map(([, head = '', body = '']) => {
    const attributes = attributesOf(head);
    return {
      action: attributes.get('action') ?? '',
      method: attributes.get('method')?.toLowerCase() === 'post' ? 'post' : 'get',
      fields: fieldsOf(body),
    };
  });
}

const CONTROL =
  /<input\b((?:[^>"]|"[^"]*")*)>|<textarea\b((?:[^>"]|"[^"]*")*)>(.*?)<\/textarea>|<select\b((?:[^>"]|"[^"]*")*)>(.*?)<\/select>/gs;

function fieldsOf(body: string): (readonly [string, string])[] {
  return [...body.matchAll(CONTROL)].flatMap(([, input, textarea, text = '', select, options = '']) => {
    const attributes = attributesOf(input ?? textarea ?? select ?? '');
    const name = attributes.get('name');
    if (!name || attributes.has('disabled')) return [];
    if (textarea !== undefined) return [[name, decode(text)] as const];
    if (select !== undefined) return [[name, chosenOption(options)] as const];
    const type = attributes.get('type');
    if ((type === 'radio' || type === 'checkbox') && !attributes.has('checked')) return [];
    return [[name, attributes.get('value') ?? (type === 'checkbox' ? 'on' : '')] as const];
  });
}

function chosenOption(options: string): string {
  const all = [...options.matchAll(/<option\b((?:[^>"]|"[^"]*")*)>(.*?)<\/option>/gs)].map(
    ([, head = '', label = '']) => {
      const attributes = attributesOf(head);
      return { value: attributes.get('value') ?? textOf(label), isSelected: attributes.has('selected') };
    },
  );
  return (all.find(({ isSelected }) => isSelected) ?? all[0])?.value ?? '';
}

function attributesOf(head: string): ReadonlyMap<string, string> {
  return new Map(
    [...head.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      decode(value),
    ]),
  );
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
