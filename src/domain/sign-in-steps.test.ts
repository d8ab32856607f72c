import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayRemoveFactor, type SessionStage, stepAfterPassword } from './sign-in-steps.ts';

const table: readonly [
  hasTotp: boolean,
  hasPasskey: boolean,
  isRequired: boolean,
  SessionStage,
  SessionStage,
][] = [
  // app, passkey, asked for → in a strange browser, in a trusted one
  [false, false, false, 'full', 'full'],
  [false, true, false, 'full', 'full'],
  [true, false, false, 'second-factor', 'full'],
  [true, true, false, 'second-factor', 'full'],
  [false, false, true, 'enrol', 'enrol'],
  [false, true, true, 'second-factor', 'full'],
  [true, false, true, 'second-factor', 'full'],
  [true, true, true, 'second-factor', 'full'],
];

describe('the step after a right password', () => {
  for (const [hasTotp, hasPasskey, isRequired, strange, trusted] of table) {
    const factors = { hasTotp, hasPasskey, isRequired };
    it(`${JSON.stringify(factors)}: ${strange}, on a trusted device ${trusted}`, () => {
      assert.equal(stepAfterPassword(factors, false), strange);
      assert.equal(stepAfterPassword(factors, true), trusted);
    });
  }
});

describe('removing a factor', () => {
  const factors = { hasTotp: true, hasPasskey: false, passkeys: 0, isRequired: true };

  it('goes while the firm asks for none', () => {
    assert.equal(mayRemoveFactor({ ...factors, isRequired: false }, 'totp'), true);
  });

  it('goes not with the last one while the firm asks for one', () => {
    assert.equal(mayRemoveFactor(factors, 'totp'), false);
    assert.equal(
      mayRemoveFactor({ ...factors, hasTotp: false, hasPasskey: true, passkeys: 1 }, 'passkey'),
      false,
    );
  });

  it('goes while another one is left', () => {
    assert.equal(mayRemoveFactor({ ...factors, hasPasskey: true, passkeys: 1 }, 'totp'), true);
    assert.equal(mayRemoveFactor({ ...factors, hasPasskey: true, passkeys: 1 }, 'passkey'), true);
    assert.equal(
      mayRemoveFactor({ ...factors, hasTotp: false, hasPasskey: true, passkeys: 2 }, 'passkey'),
      true,
    );
  });
});
