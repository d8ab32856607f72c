import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decideRegistration, type RegistrationFacts } from './rules.ts';

const fresh: RegistrationFacts = {
  isKnown: true,
  isRegistered: false,
  isMember: false,
  isContact: false,
  hasCode: false,
};

describe('deciding on a registration', () => {
  const cases: [string, Partial<RegistrationFacts>, string][] = [
    ['an unknown number waits for the desk', { isKnown: false }, 'wait'],
    ['without any proof it waits for the desk', {}, 'wait'],
    ['the contact on file may confirm', { isContact: true }, 'confirm contact'],
    ['an activation code is as good', { hasCode: true }, 'confirm code'],
    ['the contact comes first', { isContact: true, hasCode: true }, 'confirm contact'],
    [
      'a registered number is joined, whatever the proof',
      { isRegistered: true, isContact: true, hasCode: true },
      'join',
    ],
    ['a member is only reminded', { isRegistered: true, isMember: true, isContact: true }, 'member'],
  ];
  for (const [name, facts, expected] of cases) {
    it(name, () => {
      const decision = decideRegistration({ ...fresh, ...facts });
      assert.equal('via' in decision ? `${decision.kind} ${decision.via}` : decision.kind, expected);
    });
  }

  it('never lets a second registration through', () => {
    const facts = fc.record({
      isKnown: fc.boolean(),
      isMember: fc.boolean(),
      isContact: fc.boolean(),
      hasCode: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (some) => {
        assert.notEqual(decideRegistration({ ...some, isRegistered: true }).kind, 'confirm');
      }),
    );
  });
});
