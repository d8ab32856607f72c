import type { ComponentChildren } from 'preact';
import type { Frame } from '../frame.ts';
import { Hidden } from './hidden.tsx';

export interface FormProps {
  frame: Frame;
  action: string;
  method?: 'post' | 'get';
  /** Makes a second submit of the same page find the first one's result: a double click orders once. */
  idempotencyKey?: string | undefined;
  /** Without the spacing of a form of fields: a form that is only a button. */
  plain?: boolean;
  id?: string;
  /** The form has a field for a file. */
  upload?: boolean;
  /** Names the form for screen readers where a page has several. */
  label?: string;
  children?: ComponentChildren;
}

/**
 * A form. A POST carries the token against forged requests. The browser's own validation is off: the server
 * answers with an error summary in the reader's language, the same with and without JavaScript.
 */
export function Form({
  frame,
  action,
  method = 'post',
  idempotencyKey,
  plain,
  id,
  upload,
  label,
  children,
}: FormProps) {
  return (
    <form
      id={id}
      class={plain ? undefined : 'form'}
      method={method}
      action={action}
      enctype={upload ? 'multipart/form-data' : undefined}
      aria-label={label}
      noValidate
      data-once={method === 'post' ? '' : undefined}
    >
      {method === 'post' && <Hidden name="_csrf" value={frame.csrfToken} />}
      {idempotencyKey !== undefined && <Hidden name="_key" value={idempotencyKey} />}
      {children}
    </form>
  );
}

/** Fields beside each other where there is room. */
export function FieldRow({ children }: { children?: ComponentChildren }) {
  return <div class="row">{children}</div>;
}

/** The buttons at the end of a form. */
export function Actions({ children }: { children?: ComponentChildren }) {
  return <div class="actions">{children}</div>;
}
