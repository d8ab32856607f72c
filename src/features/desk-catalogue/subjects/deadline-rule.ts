import type { Values } from '../fields.ts';

/** What the rule of a deadline is, from the fields of a form; final rules keep no days and no time. */
export function ruleOf(values: Values, name: 'cutoff' | 'change' | 'cancel'): object {
  if (values[`${name}_kind`] === 'final') return { kind: 'final' };
  return {
    kind: 'before',
    days: values[`${name}_days`],
    dayKind: values[`${name}_dayKind`],
    time: values[`${name}_time`],
  };
}
