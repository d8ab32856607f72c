const PATIENCE = 15_000;

/**
 * Sends a form once: a second press while the answer is on its way does nothing. The server recognises a
 * double submit anyway; this spares the wait and shows that something happens.
 */
export function submitOnce(): void {
  const sent = new Set<HTMLFormElement>();

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.once === undefined) return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    // Later, because a button that is disabled now would not send its name and value.
    setTimeout(() => setDisabled(form, true));
    // No answer, or loading was stopped: it may be tried again.
    setTimeout(release, PATIENCE, form);
  });

  // Coming back with the back button shows the same document again: it has to work again.
  addEventListener('pageshow', () => sent.forEach(release));

  function release(form: HTMLFormElement): void {
    sent.delete(form);
    setDisabled(form, false);
  }
}

function setDisabled(form: HTMLFormElement, disabled: boolean): void {
  for (const control of form.elements) {
    if (control instanceof HTMLButtonElement && control.type === 'submit') control.disabled = disabled;
  }
}
