import { remaining } from '../../../platform/i18n/remaining.ts';
import { pageLanguage } from './page-language.ts';

/** Keeps the time that is left until a deadline true while the page stands open. */
export function countDown(): void {
  const elements = [...document.querySelectorAll<HTMLElement>('[data-deadline]')];
  const first = elements[0];
  if (!first) return;

  // The clock of the computer may be wrong; the deadline is kept by the server's.
  const ahead = Number(first.dataset.now) - Date.now();
  const update = () => {
    for (const element of elements) {
      const left = Number(element.dataset.deadline) - (Date.now() + ahead);
      element.textContent = left < 0 ? (element.dataset.passed ?? '') : remaining(pageLanguage, left);
      element.parentElement?.classList.toggle('passed', left < 0);
    }
  };
  setInterval(update, 10_000);
  document.addEventListener('visibilitychange', update);
}
