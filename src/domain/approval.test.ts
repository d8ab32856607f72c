import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type ApprovalRule,
  changeNeedsApproval,
  type DecidableOrder,
  hasExpired,
  isExempt,
  mayDecide,
  needsApproval,
  type Orderer,
} from './approval.ts';

const ON: ApprovalRule = { isOn: true, aboveCents: 10_000, fourEyes: false };
const CLERK: Orderer = { isCarrier: false, mayApprove: false, isWatched: false };
const WATCHED: Orderer = { ...CLERK, isWatched: true };
const BOSS: Orderer = { ...CLERK, mayApprove: true };

describe('an order needs approval', () => {
  const ABOVE = 10_001;
  const AT = 10_000;
  const cases: [what: string, rule: ApprovalRule, who: Orderer, net: number, needed: boolean][] = [
    ['at the amount it does not', ON, CLERK, AT, false],
    ['a cent above it does', ON, CLERK, ABOVE, true],
    ['without an amount nothing waits for it', { ...ON, aboveCents: undefined }, CLERK, 9_999_999, false],
    ['an amount of nothing is an amount', { ...ON, aboveCents: 0 }, CLERK, 1, true],
    ['what is free is not above nothing', { ...ON, aboveCents: 0 }, CLERK, 0, false],
    ['of a watched person always, also what is free', ON, WATCHED, 0, true],
    ['of a watched person without an amount', { ...ON, aboveCents: undefined }, WATCHED, 0, true],
    ['never while the rule is off', { ...ON, isOn: false, fourEyes: true }, WATCHED, ABOVE, false],
    ['of somebody who may approve it does not', ON, BOSS, ABOVE, false],
    ['unless the firm demands four eyes', { ...ON, fourEyes: true }, BOSS, ABOVE, true],
    ['also then only above the amount', { ...ON, fourEyes: true }, BOSS, AT, false],
    ['of a watched person who may approve it does', ON, { ...BOSS, isWatched: true }, 0, true],
    ['of the carrier never', { ...ON, fourEyes: true }, { ...WATCHED, isCarrier: true }, ABOVE, false],
  ];
  for (const [what, rule, who, net, needed] of cases)
    it(what, () => assert.equal(needsApproval(rule, who, net), needed));

  const rules = fc.record({
    isOn: fc.boolean(),
    aboveCents: fc.option(fc.nat(50_000), { nil: undefined }),
    fourEyes: fc.boolean(),
  });
  const people = fc.record({ isCarrier: fc.boolean(), mayApprove: fc.boolean(), isWatched: fc.boolean() });
  const net = fc.nat(100_000);

  it('the more it costs the rather, whoever orders', () => {
    fc.assert(
      fc.property(rules, people, net, net, (rule, who, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        assert.ok(!needsApproval(rule, who, less) || needsApproval(rule, who, more));
      }),
    );
  });

  it('of nobody who is exempt, and of everybody else only for a reason', () => {
    fc.assert(
      fc.property(rules, people, net, (rule, who, amount) => {
        const needed = needsApproval(rule, who, amount);
        if (isExempt(rule, who)) assert.equal(needed, false);
        else assert.equal(needed, who.isWatched || amount > (rule.aboveCents ?? Number.POSITIVE_INFINITY));
      }),
    );
  });

  it('a change only where it gets dearer, and never more than an order of that amount', () => {
    fc.assert(
      fc.property(rules, people, net, net, (rule, who, before, after) => {
        const needed = changeNeedsApproval(rule, who, { before, after });
        assert.equal(needed, after > before && needsApproval(rule, who, after));
      }),
    );
  });
});

describe('whoever may approve decides', () => {
  const deadline = Temporal.Instant.from('2026-11-29T15:00:00Z');
  const before = deadline.subtract({ seconds: 1 });
  const after = deadline.add({ seconds: 1 });
  const waiting: DecidableOrder = { status: 'awaiting-approval', approveUntil: deadline, isOwn: false };
  const decide = (order: DecidableOrder, now = before, exempt = false) => mayDecide(order, { exempt, now });

  it('until the deadline, the deadline included', () => {
    assert.equal(decide(waiting, before), undefined);
    assert.equal(decide(waiting, deadline), undefined);
    assert.deepEqual(decide(waiting, after), { code: 'past-approval-deadline', deadline });
    assert.deepEqual(decide(waiting, deadline.add({ nanoseconds: 1 })), {
      code: 'past-approval-deadline',
      deadline,
    });
    assert.deepEqual(
      [before, deadline, after].map((now) => hasExpired(waiting, now)),
      [false, false, true],
    );
  });

  it('once: afterwards it says what was decided', () => {
    const decided = (status: DecidableOrder['status']) => decide({ ...waiting, status });
    for (const status of ['placed', 'completed', 'failed'] as const)
      assert.deepEqual(decided(status), { code: 'already-decided', decision: 'approved' });
    assert.deepEqual(decided('declined'), { code: 'already-decided', decision: 'declined' });
    assert.deepEqual(decided('expired'), { code: 'past-approval-deadline', deadline });
    assert.deepEqual(decide({ ...waiting, status: 'cancelled', cancelledAt: before }), {
      code: 'already-cancelled',
      at: before,
    });
    for (const status of ['placed', 'cancelled', 'declined', 'expired'] as const)
      assert.equal(hasExpired({ ...waiting, status }, after), false);
  });

  it('about an order of their own only if they are exempt', () => {
    assert.deepEqual(decide({ ...waiting, isOwn: true }), { code: 'own-order' });
    assert.equal(decide({ ...waiting, isOwn: true }, before, true), undefined);
  });

  it('an order that never waited has been approved by nobody, and needs nobody', () => {
    assert.deepEqual(decide({ status: 'placed', approveUntil: null, isOwn: false }), {
      code: 'already-decided',
      decision: 'approved',
    });
  });
});
