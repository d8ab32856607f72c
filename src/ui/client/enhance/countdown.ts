import { remaining } from '../../../platform/i18n/remaining.ts';
import { pageLanguage } from './page-language.ts';

/** Keeps the time that is left until a deadline true while the page stands open. */
export function countDown(): void {
  let ahead: number | undefined;

  const update = () => {
    // Looked up each time, because a filter may have brought others.
    for (const element of document.querySelectorAll<HTMLElement>('[data-deadline]')) {
      // The clock of the computer may be wrong; the deadline is kept by the server's.
      ahead ??= Number(element.dataset.now) - Date.now();
      const left = Number(element.dataset.deadline) - (Date.now() + ahead);
      element.textContent = left < 0 ? (element.dataset.passed ?? '') : remaining(pageLanguage, left);
      element.parentElement?.classList.toggle('passed', left < 0);
    }
  };
  update();
  setInterval(update, 10_000);
  document.addEventListener('visibilitychange', update);
}
