import { showFresh } from './fresh.ts';

/** Shows what hangs on a choice as soon as it is made: the dates of an address. */
export function showForChoice(): void {
  for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-shows]')) {
    select.addEventListener('change', () => {
      if (select.form) void showFresh(select.form, select.dataset.shows);
    });
  }
}
