import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mayGive, mayLoseAdmin } from './giving-rights.ts';
import { RIGHTS } from './rights.ts';

const rights = fc.subarray([...RIGHTS]);
const none = { isAdmin: false, rights: [] };

describe('giving rights', () => {
  it('never gives what the giver lacks', () => {
    fc.assert(
      fc.property(rights, rights, (own, given) => {
        const refusal = mayGive({ isAdmin: false, rights: own }, { isAdmin: false, rights: given });
        assert.equal(
          refusal === undefined,
          given.every((right) => own.includes(right)),
        );
      }),
    );
  });

  it('lets administrators give everything, and only them make administrators', () => {
    fc.assert(
      fc.property(rights, fc.boolean(), (given, isAdmin) => {
        assert.equal(mayGive({ isAdmin: true, rights: [] }, { isAdmin, rights: given }), undefined);
      }),
    );
    assert.deepEqual(mayGive({ isAdmin: false, rights: [...RIGHTS] }, { isAdmin: true, rights: [] }), {
      code: 'admin-only',
    });
  });

  it('names the first right that is lacking', () => {
    assert.deepEqual(mayGive(none, { isAdmin: false, rights: ['orders.place', 'billing.edit'] }), {
      code: 'forbidden',
      right: 'orders.place',
    });
  });
});

describe('the last administrator', () => {
  it('stays one', () => assert.deepEqual(mayLoseAdmin(7, [7]), { code: 'last-admin' }));
  it('is not the last where there is another', () => assert.equal(mayLoseAdmin(7, [7, 8]), undefined));
  it('is somebody else', () => assert.equal(mayLoseAdmin(7, [8]), undefined));
});
