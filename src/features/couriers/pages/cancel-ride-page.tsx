import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  ErrorSummary,
  Form,
  type Frame,
  Hidden,
  Layout,
  PageHeading,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { COURIERS, cancelHref, rideHref } from '../paths.ts';
import type { RideView } from '../view.ts';
import { words } from '../words.ts';

/** The question before cancelling: what it costs stands on the button. */
export function CancelRidePage({
  frame,
  view,
  errors,
}: {
  frame: Frame;
  view: RideView;
  errors: FormErrors;
}) {
  const t = words[frame.language];
  const { cancel, number } = view;
  const title = t.cancelTitle({ number });
  const back = <ButtonLink href={rideHref(number)}>{t.no}</ButtonLink>;
  return (
    <Layout frame={frame} title={title} active={COURIERS} failed={errors.summary.length > 0}>
      <PageHeading title={title} back={{ href: rideHref(number), text: t.pageTitle({ number }) }} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <DescriptionList frame={frame} items={view.details} />
        <p>
          <b>{cancel.text}</b>
        </p>
        {cancel.fee === undefined ? (
          <Actions>{back}</Actions>
        ) : (
          <Form frame={frame} action={cancelHref(number)}>
            <p>{t.question}</p>
            <Hidden name="fee" value={String(cancel.fee)} />
            <Actions>
              <Button kind="danger">
                {cancel.fee > 0 ? t.yesFee({ fee: frame.formats.money(cancel.fee) }) : t.yesFree}
              </Button>
              {back}
            </Actions>
          </Form>
        )}
      </Card>
    </Layout>
  );
}
