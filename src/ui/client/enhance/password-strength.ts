import { pageLanguage } from './page-language.ts';
import { type Strength, strengthOf } from './strength.ts';

const WORDS = {
  de: {
    short: (missing: number) => `Noch ${missing} Zeichen`,
    monotonous: () => 'Zu eintönig: leicht zu erraten',
    enough: () => 'Reicht. Länger ist sicherer.',
    good: () => 'Gut',
    strong: () => 'Sehr gut',
  },
  en: {
    short: (missing: number) => `${missing} more characters`,
    monotonous: () => 'Too monotonous: easy to guess',
    enough: () => 'Sufficient. Longer is safer.',
    good: () => 'Good',
    strong: () => 'Very good',
  },
} as const satisfies Record<string, Record<Strength, (missing: number) => string>>;

/** Says below a new password how good it is, while it is typed. Only the server decides. */
export function showPasswordStrength(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-shortest]')) {
    const shortest = Number(input.dataset.shortest);
    const output = document.createElement('p');
    output.className = 'hint';
    output.setAttribute('role', 'status');
    input.after(output);
    input.addEventListener('input', () => {
      const missing = shortest - [...input.value].length;
      const said = WORDS[pageLanguage][strengthOf(input.value, shortest)](missing);
      // set only when it changes, because a screen reader says it each time
      const next = input.value === '' ? '' : said;
      if (output.textContent !== next) output.textContent = next;
    });
  }
}
