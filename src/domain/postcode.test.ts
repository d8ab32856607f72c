import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mendPostcode, postcodeWarning } from './postcode.ts';

const kindOf = (postcode: string, city = 'Kleinmachnow') => postcodeWarning({ postcode, city })?.kind;

describe('German postcode', () => {
  it('mends what people write around it', () => {
    for (const typed of ['10719', ' 10719 ', '10 719', 'D-10719', 'd 10719', 'DE-10719', 'DE10719']) {
      assert.equal(mendPostcode(typed), '10719', typed);
    }
    assert.equal(mendPostcode(' SW1A 1AA '), 'SW1A 1AA');
  });

  it('asks when there are not five digits', () => {
    for (const typed of ['', '1071', '107191', '1071x', 'SW1A 1AA', '１０７１９'])
      assert.equal(kindOf(typed), 'not-five-digits', typed);
  });

  it('asks when nothing in Germany begins like this', () => {
    for (const typed of ['00100', '05123', '43210', '62999'])
      assert.equal(kindOf(typed), 'not-assigned', typed);
    for (const typed of ['01067', '11011', '42103', '44135', '61348', '63065', '99998'])
      assert.equal(kindOf(typed), undefined, typed);
  });

  it('asks when the city lies elsewhere, at both ends of its range', () => {
    assert.equal(kindOf('10000', 'Berlin'), 'not-in-city');
    assert.equal(kindOf('10001', 'Berlin'), undefined);
    assert.equal(kindOf('14330', 'Berlin'), undefined);
    assert.equal(kindOf('14331', 'Berlin'), 'not-in-city');
    assert.deepEqual(postcodeWarning({ postcode: '10719', city: ' Hamburg ' }), {
      kind: 'not-in-city',
      city: 'Hamburg',
    });
    assert.equal(kindOf('27499', 'Hamburg'), undefined);
    assert.equal(kindOf('28195', 'bremen'), undefined);
  });

  it('says nothing about cities that it does not know, whatever they are called', () => {
    for (const city of ['', 'constructor', '__proto__', 'Berlin-Mitte', '<b>'])
      assert.equal(kindOf('10719', city), undefined);
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (postcode, city) => void postcodeWarning({ postcode, city })),
    );
  });
});
