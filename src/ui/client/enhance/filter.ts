import { showFresh } from './fresh.ts';

/**
 * Applies a filter as soon as it is changed, without reloading: asks for the page that the form leads to and
 * takes over the parts marked `data-live`. If anything is in the way, the form is sent as it would be anyway.
 */
export function filterInPlace(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const soon = (delay: number) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => showFresh(form), delay);
    };
    form.addEventListener('input', (event) => soon(event.target instanceof HTMLSelectElement ? 0 : 400));
  }
}
