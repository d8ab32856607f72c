/** Leads keyboard and screen reader to what went wrong, as the page is new and the focus at its start. */
export function focusErrors(): void {
  document.querySelector<HTMLElement>('[data-error-summary]')?.focus();
}
