import { pageLanguage } from './page-language.ts';
import { readQuantity } from './quantity.ts';

const WORDS = { de: ['weniger', 'mehr'], en: ['fewer', 'more'] } as const;

/** Puts − and + beside quantity fields that name a step, and lets the arrow keys do the same. */
export function addSteppers(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-step]')) {
    const box = document.createElement('div');
    box.className = 'stepper';
    field.replaceWith(box);
    const [fewer, more] = WORDS[pageLanguage];
    box.append(button(field, -1, '−', fewer), field, button(field, 1, '+', more));
    field.addEventListener('keydown', (event) => {
      const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
      if (direction === 0) return;
      event.preventDefault();
      move(field, direction);
    });
  }
}

function button(field: HTMLInputElement, direction: 1 | -1, sign: string, word: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = sign;
  made.setAttribute('aria-label', `${field.labels?.[0]?.textContent ?? ''}: ${word}`);
  made.addEventListener('click', () => move(field, direction));
  return made;
}

function move(field: HTMLInputElement, direction: 1 | -1): void {
  const { step, min, max } = field.dataset;
  const size = Number(step) || 1;
  const now = readQuantity(field.value) ?? 0;
  // To the next multiple: from 15 in steps of 10 up to 20, down to 10.
  const next = direction === 1 ? (Math.floor(now / size) + 1) * size : (Math.ceil(now / size) - 1) * size;
  field.value = String(Math.min(Math.max(next, Number(min ?? 0)), max ? Number(max) : next));
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
