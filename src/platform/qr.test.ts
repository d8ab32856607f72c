import assert from 'node:assert/strict';
import { it } from 'node:test';
import { encode } from 'uqr';
import { qrPath } from './qr.ts';

/** The dark squares of a path of runs. */
function squares(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let at = Number(x); at < Number(x) + Number(width); at += 1)
      (rows[Number(y)] as boolean[])[at] = true;
  }
  return rows;
}

it('draws exactly the dark squares of the code, with quiet around them', () => {
  const text = 'otpauth://totp/Kundenportal:a%40d100001.example?secret=ABCDEFGHIJKLMNOP';
  const { size, path } = qrPath(text);
  const drawn = squares(path, size);
  assert.deepEqual(drawn, encode(text, { ecc: 'L', border: 4 }).data);
  for (const at of [0, 1, 2, 3, size - 4, size - 3, size - 2, size - 1]) {
    assert.ok(drawn[at]?.every((dark) => !dark));
    assert.ok(drawn.every((row) => !row[at]));
  }
  // the first finder pattern: seven dark squares in a row, then a light one
  assert.deepEqual(drawn[4]?.slice(4, 12), [true, true, true, true, true, true, true, false]);
});
