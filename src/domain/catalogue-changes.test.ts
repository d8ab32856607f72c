import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { effectiveDateProblem, mayWithdrawChange } from './catalogue-changes.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const on = (day: string) => Temporal.PlainDate.from(day);

describe('the day from which a change holds', () => {
  it('is today or later, and no slip in the year', () => {
    assert.equal(effectiveDateProblem(on('2026-11-22'), today), 'in-the-past');
    assert.equal(effectiveDateProblem(today, today), undefined);
    assert.equal(effectiveDateProblem(on('2029-11-25'), today), undefined);
    assert.equal(effectiveDateProblem(on('2036-11-23'), today), 'not-offered');
  });

  it('is waited for as long as the change can be taken back', () => {
    assert.equal(mayWithdrawChange(on('2026-11-24'), today), true);
    assert.equal(mayWithdrawChange(today, today), false);
  });
});
