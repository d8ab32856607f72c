import { readQuantity } from './quantity.ts';

/** Puts − and + beside quantity fields that name a step, and lets the arrow keys do the same. */
export function addSteppers(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-step]')) {
    const box = document.createElement('div');
    box.className = 'stepper';
    field.replaceWith(box);
    box.append(button(field, -1, '−'), field, button(field, 1, '+'));
    field.addEventListener('keydown', (event) => {
      const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
      if (direction === 0) return;
      event.preventDefault();
      move(field, direction);
    });
  }
}

/** For mouse and thumb only, like the arrows of the browser's own number field: keys go to the field itself. */
function button(field: HTMLInputElement, direction: 1 | -1, sign: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.tabIndex = -1;
  made.ariaHidden = 'true';
  made.textContent = sign;
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
