import { contrast, fromOklch, type Oklch, parseHex, type Rgb, toHex, toOklch } from './colour.ts';

/** What the demo shows, and what a colour that cannot be read falls back to. */
export const DEFAULT_ACCENT = '#0b5f8a';

/** Text needs 4.5 (WCAG AA); a little more leaves room for the tinted backgrounds that it also stands on. */
const ENOUGH = 5;

const WHITE: Rgb = [1, 1, 1];

/**
 * The tokens that follow from the carrier's colour, as a stylesheet of its own: inline styles are forbidden.
 * Hue and strength are the carrier's; lightness moves until text in it, and on it, can be read in light and dark.
 */
export function carrierStylesheet(accent: string): string {
  const given = read(accent);
  const light = forLight(given);
  const dark = forDark(given);
  const token = (name: string, one: Rgb, other: Rgb) =>
    `--${name}:light-dark(${toHex(one)},${toHex(other)});`;
  return [
    ':root{',
    token('accent', light.accent, dark.accent),
    token('accent-strong', light.strong, dark.strong),
    token('on-accent', light.on, dark.on),
    token('accent-soft', light.soft, dark.soft),
    token('accent-line', light.line, dark.line),
    '}',
  ].join('');
}

/** The accent as it is on white, for pictures that cannot follow light and dark. */
export function accentOnWhite(accent: string): string {
  return toHex(forLight(read(accent)).accent);
}

function read(accent: string): Oklch {
  return toOklch(parseHex(accent) ?? parseHex(DEFAULT_ACCENT) ?? WHITE);
}

interface Accents {
  readonly accent: Rgb;
  readonly strong: Rgb;
  readonly on: Rgb;
  readonly soft: Rgb;
  readonly line: Rgb;
}

function forLight(given: Oklch): Accents {
  const soft = fromOklch({ ...given, lightness: 0.955, chroma: Math.min(given.chroma, 0.022) });
  const accent = until({ ...given, lightness: Math.min(given.lightness, 0.6) }, -0.01, soft);
  return {
    accent: fromOklch(accent),
    strong: fromOklch({ ...accent, lightness: accent.lightness - 0.08 }),
    on: WHITE,
    soft,
    line: fromOklch({ ...given, lightness: 0.86, chroma: Math.min(given.chroma, 0.05) }),
  };
}

function forDark(given: Oklch): Accents {
  const chroma = Math.min(given.chroma, 0.11);
  const soft = fromOklch({ ...given, lightness: 0.31, chroma: Math.min(given.chroma, 0.045) });
  const accent = until({ ...given, chroma, lightness: Math.max(given.lightness, 0.76) }, 0.01, soft);
  return {
    accent: fromOklch(accent),
    strong: fromOklch({ ...accent, lightness: Math.min(accent.lightness + 0.06, 0.97) }),
    on: fromOklch({ ...given, lightness: 0.2, chroma: Math.min(given.chroma, 0.05) }),
    soft,
    line: fromOklch({ ...given, lightness: 0.44, chroma: Math.min(given.chroma, 0.06) }),
  };
}

/** Moves the lightness in steps until the colour can be read on the tinted background. */
function until(colour: Oklch, step: number, background: Rgb): Oklch {
  let moved = colour;
  while (
    moved.lightness > 0.05 &&
    moved.lightness < 0.98 &&
    contrast(fromOklch(moved), background) < ENOUGH
  ) {
    moved = { ...moved, lightness: moved.lightness + step };
  }
  return moved;
}
