import { type Frame, Notice } from '../../../ui/index.ts';
import { words } from '../words.ts';

/** The logins of the sample firms. Shown where the demo runs and nowhere else. */
export function DemoLogins({ frame, password }: { frame: Frame; password: string }) {
  const t = words[frame.language].demo;
  return (
    <Notice tone="info" title={t.title}>
      <p>
        {t.customerNumber}: <b>D100001</b> ({t.others})
      </p>
      <p>
        {t.all}: <b>admin@d100001.example</b>
      </p>
      <p>
        {t.few}: <b>mitarbeit@d100001.example</b>
      </p>
      <p>
        {t.password}: <b>{password}</b>
      </p>
    </Notice>
  );
}
