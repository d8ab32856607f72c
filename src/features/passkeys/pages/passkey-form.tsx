import type { ComponentChildren } from 'preact';
import { Actions, type ButtonKind, type Frame, Hidden } from '../../../ui/index.ts';
import { words } from '../words.ts';

export interface PasskeyFormProps {
  frame: Frame;
  /** Makes a passkey, or uses one. */
  kind: 'create' | 'get';
  /** Takes what was signed; `<action>/aufgabe` says what to sign. */
  action: string;
  text: string;
  button?: ButtonKind;
  /** Fields of other forms of the page that are taken along: name here, and id of the field there. */
  copied?: Readonly<Record<string, string>>;
  children?: ComponentChildren;
}

/** A form that the script of the page completes with what an authenticator signs. Not there without the script. */
export function PasskeyForm(props: PasskeyFormProps) {
  const { frame, kind, action, text, button = 'secondary', copied = {}, children } = props;
  const t = words[frame.language];
  return (
    <div
      hidden
      data-passkey={kind}
      data-challenge={challengePath(action)}
      data-cancelled={t.cancelled}
      data-known={t.known}
      data-failed={t.failed}
    >
      <form class="form" method="post" action={action} noValidate>
        <Hidden name="_csrf" value={frame.csrfToken} />
        <Hidden name="credential" value="" />
        {Object.entries(copied).map(([name, id]) => (
          <input key={name} type="hidden" name={name} value="" data-copy-from={id} />
        ))}
        {children}
        <p class="error" role="alert" data-passkey-says="" hidden />
        <Actions>
          <button class={button === 'secondary' ? 'btn' : `btn ${button}`} type="submit">
            {text}
          </button>
        </Actions>
      </form>
      <script type="module" src={frame.assets.url('passkey.js')} />
    </div>
  );
}

/** Where the browser gets something to sign for this form. */
export const challengePath = (action: string): string => `${action}/aufgabe`;
