import { Card, type Frame } from '../../../ui/index.ts';
import { paperForms, paperHref } from '../paths.ts';
import { words } from '../words.ts';

/** The empty forms, each named in its own language. */
export function PaperForms({ frame }: { frame: Frame }) {
  const t = words[frame.language].overview;
  return (
    <Card title={t.paper}>
      <p>{t.paperText}</p>
      <ul>
        {paperForms(frame.language).map(({ scheme, language }) => (
          <li key={scheme + language} lang={language}>
            <a href={paperHref(scheme, language)} hreflang={language}>
              {words[language].schemes[scheme]} (PDF)
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
