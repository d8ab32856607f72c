import { z } from 'zod';

const DECIMAL = /^\s*(\d{1,7})(?:[.,](\d+))?\s*$/;

/**
 * A number as people type it, with a comma or a point, read into its smallest unit without a detour over fractions: with 4
 * places "0,71" is 7100. More places than that are refused and not rounded.
 * @param most in the smallest unit
 */
export const decimalPlaces = (places: number, most: number) =>
  z
    .string()
    .transform((typed, issues) => {
      const [, whole, fraction = ''] = DECIMAL.exec(typed) ?? [];
      if (whole !== undefined && fraction.length <= places)
        return Number(whole) * 10 ** places + Number(fraction.padEnd(places, '0'));
      const problem = typed.trim() === '' ? 'required' : 'not-a-decimal';
      issues.addIssue({ code: 'custom', input: typed, params: { problem } });
      return z.NEVER;
    })
    .pipe(z.number().max(most));
