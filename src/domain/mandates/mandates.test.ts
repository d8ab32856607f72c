import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { at as berlin, BERLIN_ZONE as TIME_ZONE } from '../calendar/berlin.fixture.ts';
import {
  isCreditorId,
  type MandateFacts,
  mandateReference,
  mandateState,
  mayRevoke,
  usableUntil,
} from './index.ts';

const given = (at: string, changes: Partial<MandateFacts> = {}): MandateFacts => ({
  givenAt: berlin(at),
  lastUsedAt: undefined,
  ended: undefined,
  ...changes,
});

const stateAt = (mandate: MandateFacts, at: string) => mandateState(mandate, berlin(at), TIME_ZONE);

describe('a mandate lapses 36 months after its last use', () => {
  const mandate = given('2026-11-23T10:00');

  it('counts from the day on which it was given as long as it is not used', () => {
    assert.equal(usableUntil(mandate, TIME_ZONE).toString(), '2029-11-23');
    assert.equal(stateAt(mandate, '2029-11-23T23:59:59.999'), 'active');
    assert.equal(stateAt(mandate, '2029-11-24T00:00'), 'lapsed');
    assert.equal(stateAt(mandate, '2029-11-24T00:00:01'), 'lapsed');
  });

  it('counts from the last use, also when that was late', () => {
    const used = { ...mandate, lastUsedAt: berlin('2029-11-23T12:00') };
    assert.equal(usableUntil(used, TIME_ZONE).toString(), '2032-11-23');
    assert.equal(stateAt(used, '2032-11-23T23:59:59'), 'active');
    assert.equal(stateAt(used, '2032-11-24T00:00'), 'lapsed');
  });

  it('counts by the carrier’s wall calendar, whatever the day in UTC', () => {
    // 23:30 UTC on the day before
    assert.equal(usableUntil(given('2026-07-01T01:30'), TIME_ZONE).toString(), '2029-07-01');
    // on the night in which the clocks change back
    assert.equal(usableUntil(given('2026-10-25T00:30'), TIME_ZONE).toString(), '2029-10-25');
    assert.equal(usableUntil(given('2026-03-29T23:59'), TIME_ZONE).toString(), '2029-03-29');
  });

  it('ends on the last of February for one of a leap day', () => {
    assert.equal(usableUntil(given('2028-02-29T12:00'), TIME_ZONE).toString(), '2031-02-28');
  });
});

describe('where a mandate stands', () => {
  it('says how it ended', () => {
    for (const how of ['revoked', 'replaced'] as const) {
      const mandate = given('2026-11-23T10:00', { ended: { at: berlin('2027-01-01T10:00'), how } });
      assert.equal(stateAt(mandate, '2027-01-02T10:00'), how);
      assert.equal(stateAt(mandate, '2040-01-02T10:00'), how);
    }
  });

  it('stays lapsed when somebody ends it afterwards', () => {
    const ended = { at: berlin('2030-01-01T10:00'), how: 'replaced' as const };
    assert.equal(stateAt(given('2026-11-23T10:00', { ended }), '2030-01-02T10:00'), 'lapsed');
  });

  it('can be taken back once', () => {
    assert.equal(mayRevoke(given('2026-11-23T10:00')), undefined);
    const at = berlin('2027-01-01T10:00');
    assert.deepEqual(mayRevoke({ ended: { at, how: 'revoked' } }), { code: 'mandate-ended', at });
  });
});

describe('the reference of a mandate', () => {
  it('is the customer number and a running number', () => {
    assert.equal(mandateReference('D123456', 1), 'D123456-0001');
    assert.equal(mandateReference('D123456', 12_345), 'D123456-12345');
    assert.ok(mandateReference('D123456789012', 9999).length <= 35);
    assert.throws(() => mandateReference(`D${'1'.repeat(31)}`, 1), RangeError);
  });
});

describe('a creditor identifier', () => {
  it('is checked by its check digits, without the three characters that the creditor chooses', () => {
    for (const id of ['DE98ZZZ09999999999', 'DE98ABC09999999999', 'NL79ZZZ999999990000']) {
      assert.equal(isCreditorId(id), true, id);
    }
  });

  it('is refused when one character is wrong', () => {
    for (const id of [
      'DE97ZZZ09999999999',
      'DE98ZZZ09999999998',
      'DE98ZZZ9999999999',
      'DE98ZZZ099999999990',
      'de98zzz09999999999',
      'DE98 ZZZ 09999999999',
      '',
    ]) {
      assert.equal(isCreditorId(id), false, id);
    }
  });
});
