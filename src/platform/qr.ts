import { encode } from 'uqr';

/** A QR code as one path of an SVG of `size` squares in each direction, the quiet zone included. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** Four squares of quiet around the code, as ISO 18004 asks for. */
const QUIET = 4;

/**
 * Draws a text as a QR code: one stroke for every run of dark squares.
 * @param ecc how much may be torn or dirty: L (7 %) is enough for a screen, paper takes M (15 %)
 */
export function qrPath(text: string, ecc: 'L' | 'M' = 'L'): QrPath {
  const { data, size } = encode(text, { ecc, border: QUIET });
  const path = data
    .map((row, y) =>
      [
        ...row
          .map((dark) => (dark ? '1' : '0'))
          .join('')
          .matchAll(/1+/g),
      ]
        .map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`)
        .join(''),
    )
    .join('');
  return { size, path };
}
