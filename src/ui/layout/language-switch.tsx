import type { Language } from '../../platform/i18n/index.ts';
import type { Frame } from '../frame.ts';
import { Form } from '../parts/form.tsx';
import { Hidden } from '../parts/hidden.tsx';
import { words } from '../words.ts';

/**
 * Leads to the other language. For a signed-in person it is a setting and therefore a POST; a visitor's
 * choice rides along in the address.
 */
export function LanguageSwitch({ frame }: { frame: Frame }) {
  const other: Language = frame.language === 'de' ? 'en' : 'de';
  const text = words[frame.language].otherLanguage;
  if (frame.viewing || (!frame.viewer && !frame.staff)) {
    return (
      <a class="btn quiet" href={withLanguage(frame.address, other)} lang={other} hreflang={other}>
        {text}
      </a>
    );
  }
  return (
    <Form frame={frame} action={frame.staff ? '/desk/sprache' : '/sprache'} plain>
      <Hidden name="language" value={other} />
      <Hidden name="back" value={frame.address} />
      <button class="btn quiet" type="submit" lang={other}>
        {text}
      </button>
    </Form>
  );
}

/** The same address with `lang` set, whatever else its query holds. */
export function withLanguage(address: string, language: Language): string {
  const mark = address.indexOf('?');
  const path = mark < 0 ? address : address.slice(0, mark);
  const parameters = new URLSearchParams(mark < 0 ? '' : address.slice(mark));
  parameters.set('lang', language);
  return `${path}?${parameters}`;
}
