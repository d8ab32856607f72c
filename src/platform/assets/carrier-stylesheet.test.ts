import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { carrierStylesheet, DEFAULT_ACCENT } from './carrier-stylesheet.ts';
import { contrast, parseHex, type Rgb, toHex, toOklch } from './colour.ts';

const AA_TEXT = 4.5;

function colour(hex: string): Rgb {
  const rgb = parseHex(hex);
  assert.ok(rgb, `${hex} is a colour`);
  return rgb;
}

/** The tokens of a stylesheet, as [in light, in dark]. */
function tokens(css: string): Map<string, [Rgb, Rgb]> {
  const found = css.matchAll(/--([\w-]+):light-dark\((#\w{6}),(#\w{6})\);/g);
  return new Map(
    [...found].map(([, name = '', light = '', dark = '']) => [name, [colour(light), colour(dark)]]),
  );
}

function token(css: string, name: string): [Rgb, Rgb] {
  const pair = tokens(css).get(name);
  assert.ok(pair, `--${name} is there`);
  return pair;
}

describe('colours', () => {
  it('are read from hex and nothing else', () => {
    assert.deepEqual(parseHex('#fff'), [1, 1, 1]);
    assert.deepEqual(parseHex(' 0B5F8A '), parseHex('#0b5f8a'));
    for (const text of ['', 'red', '#12', '#12345', '#gggggg', 'url(x)', '#fff;}body{display:none']) {
      assert.equal(parseHex(text), undefined, text);
    }
  });

  it('have the contrast that WCAG gives them', () => {
    assert.equal(contrast(colour('#000'), colour('#fff')), 21);
    assert.ok(Math.abs(contrast(colour('#777777'), colour('#ffffff')) - 4.48) < 0.01);
  });

  it('become OKLCH as CSS defines it', () => {
    const red = toOklch(colour('#ff0000'));
    assert.ok(Math.abs(red.lightness - 0.628) < 0.001);
    assert.ok(Math.abs(red.chroma - 0.2577) < 0.001);
    assert.ok(Math.abs((red.hue * 180) / Math.PI - 29.23) < 0.1);
  });
});

describe("the carrier's stylesheet", () => {
  it('can be read in light and dark whatever the colour', () => {
    const white = colour('#fff');
    // The page in dark, a little lighter than it is.
    const darkSurface = colour('#1c232b');
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(channel, channel, channel, (red, green, blue) => {
        const css = carrierStylesheet(toHex([red / 255, green / 255, blue / 255]));
        const pairs: [Rgb, Rgb][] = [];
        for (const name of ['accent', 'accent-strong']) {
          const [light, dark] = token(css, name);
          const [softLight, softDark] = token(css, 'accent-soft');
          const [onLight, onDark] = token(css, 'on-accent');
          pairs.push([light, white], [light, softLight], [light, onLight]);
          pairs.push([dark, darkSurface], [dark, softDark], [dark, onDark]);
        }
        return pairs.every(([one, other]) => contrast(one, other) >= AA_TEXT);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a colour that can be read already', () => {
    assert.deepEqual(token(carrierStylesheet('#0b5f8a'), 'accent')[0], colour('#0b5f8a'));
  });

  it('lets nothing but colours through', () => {
    for (const hostile of ['red;}body{display:none', '</style><script>alert(1)</script>', '', '#12345g']) {
      assert.equal(carrierStylesheet(hostile), carrierStylesheet(DEFAULT_ACCENT));
    }
    assert.match(
      carrierStylesheet('#ffcc00'),
      /^:root\{(--[a-z-]+:light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\);)+\}$/,
    );
  });
});
