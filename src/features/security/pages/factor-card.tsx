import {
  Badge,
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  Form,
  type Frame,
  Stack,
} from '../../../ui/index.ts';
import { CODES, TOTP } from '../paths.ts';
import type { SecurityView } from '../view.ts';
import { words } from '../words.ts';

/** The app for codes, and what helps without it. */
export function FactorCard({ frame, view }: { frame: Frame; view: SecurityView }) {
  const t = words[frame.language].factor;
  const { app, codes, isOn } = view;
  return (
    <Card title={t.title} action={<Badge tone={isOn ? 'ok' : 'neutral'}>{isOn ? t.on : t.off}</Badge>}>
      <p>{view.isRequired ? `${t.lead} ${t.required}` : t.lead}</p>
      <DescriptionList
        frame={frame}
        items={[
          {
            term: t.app,
            value: (
              <Stack>
                <p>{app ?? t.none}</p>
                <div class="actions">
                  <ButtonLink href={TOTP} kind={app || isOn ? 'secondary' : 'primary'}>
                    {app ? t.move : t.setUp}
                  </ButtonLink>
                  {app && view.mayRemoveApp && (
                    <Form frame={frame} action={`${TOTP}/entfernen`} plain>
                      <Button kind="quiet" about={t.aboutApp}>
                        {t.remove}
                      </Button>
                    </Form>
                  )}
                </div>
              </Stack>
            ),
          },
          ...(codes
            ? [
                {
                  term: t.codes,
                  value: (
                    <Stack>
                      <p>{codes.areFew ? `${codes.text}. ${t.codesFew}` : codes.text}</p>
                      <Form frame={frame} action={CODES} plain>
                        <Button kind="secondary">{t.renew}</Button>
                      </Form>
                    </Stack>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
