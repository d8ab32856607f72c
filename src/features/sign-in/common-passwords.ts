import { readFileSync } from 'node:fs';

/**
 * Whether a password is made the way that guessing programs try first: a known word with digits or signs around
 * it (also `p4$$w0rt`), two known words, runs of the keyboard, digits only, few different characters.
 * @param small the password in lower case
 */
export function isCommonPassword(small: string): boolean {
  return (
    new Set(small).size < FEWEST_CHARACTERS ||
    !/\p{L}/u.test(small) ||
    coresOf(small).some((core) => isKnown(core) || isMadeOfRuns(core))
  );
}

const FEWEST_CHARACTERS = 5;

const WORDS: ReadonlySet<string> = new Set(
  readFileSync(new URL('common-words.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((word) => [word, withoutUmlauts(word)]),
);

function withoutUmlauts(word: string): string {
  return word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
}

/** What is left without the ornaments: as typed, bare of digits and signs at its ends, and those read as letters. */
function coresOf(small: string): string[] {
  const bare = small.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const bareEnd = small.replace(/[^\p{L}]+$/u, '');
  return [small, ...[bare, bareEnd, small].map((text) => lettersOf(text).replace(/[^\p{L}]/gu, ''))];
}

const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
};

const lettersOf = (text: string) => text.replace(/[013457@$!€]/g, (sign) => LOOKS_LIKE[sign] ?? sign);

/** A known word, repeated or not, or two of them joined: two of a thousand are soon tried. */
function isKnown(core: string): boolean {
  if (WORDS.has(core)) return true;
  const unit = /^(.{3,}?)\1+$/u.exec(core)?.[1];
  if (unit && WORDS.has(unit)) return true;
  for (let at = 3; at <= core.length - 3; at += 1) {
    if (WORDS.has(core.slice(0, at)) && WORDS.has(core.slice(at))) return true;
  }
  return false;
}

const ROWS = [
  '1234567890',
  'qwertzuiopü',
  'qwertyuiop',
  'asdfghjklöä',
  'yxcvbnm',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '1qay2wsx3edc4rfv5tgb6zhn7ujm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
].flatMap((row) => [row, [...row].reverse().join('')]);

/** Three keys in a row are a run; a password of nothing else is drawn with a finger. */
const SHORTEST_RUN = 3;

function isMadeOfRuns(core: string): boolean {
  let rest = core;
  while (rest !== '') {
    const run = longestRun(rest);
    if (run < SHORTEST_RUN) return false;
    rest = rest.slice(run);
  }
  return core !== '';
}

function longestRun(text: string): number {
  let length = 0;
  while (length < text.length && ROWS.some((row) => row.includes(text.slice(0, length + 1)))) length += 1;
  return length;
}
