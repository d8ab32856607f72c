import type { ComponentChildren } from 'preact';

/** `primary` once per page; `quiet` for what is seldom wanted; `danger` for what cannot be undone. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps {
  kind?: ButtonKind;
  /** Name and value are sent when this button was the one pressed. */
  name?: string;
  value?: string;
  formAction?: string;
  /** Id of the form when the button stands outside of it. */
  form?: string;
  /** More words for screen readers, where several buttons read the same. */
  about?: string;
  children: ComponentChildren;
}

/** Submits a form. */
export function Button({ kind = 'primary', name, value, formAction, form, about, children }: ButtonProps) {
  return (
    <button class={classOf(kind)} type="submit" name={name} value={value} formAction={formAction} form={form}>
      {children}
      {about && <span class="sr"> {about}</span>}
    </button>
  );
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink(props: {
  href: string;
  kind?: ButtonKind;
  about?: string;
  children: ComponentChildren;
}) {
  return (
    <a class={classOf(props.kind ?? 'secondary')} href={props.href}>
      {props.children}
      {props.about && <span class="sr"> {props.about}</span>}
    </a>
  );
}

function classOf(kind: ButtonKind): string {
  return kind === 'secondary' ? 'btn' : `btn ${kind}`;
}
