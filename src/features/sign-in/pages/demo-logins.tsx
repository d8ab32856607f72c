import { DescriptionList, type Frame, Notice } from '../../../ui/index.ts';
import { words } from '../words.ts';

/** The logins of the sample firms. Shown where the demo runs and nowhere else. */
export function DemoLogins({ frame, password }: { frame: Frame; password: string }) {
  const t = words[frame.language];
  return (
    <Notice tone="info" title={t.demo.title}>
      <p>{t.demo.text}</p>
      <DescriptionList
        frame={frame}
        items={[
          { term: t.signIn.customerNumber, value: t.demo.customerNumbers },
          {
            term: t.signIn.email,
            value: (
              <>
                <code>admin@d100001.example</code> ({t.demo.all})<br />
                <code>mitarbeit@d100001.example</code> ({t.demo.few})<br />
                {t.demo.orOf}
              </>
            ),
          },
          { term: t.signIn.password, value: <code>{password}</code> },
        ]}
      />
    </Notice>
  );
}
