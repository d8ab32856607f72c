import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type FieldSpec, schemaOf, typedValue } from './fields.ts';

const label = { de: 'Feld', en: 'Field' };
const price: FieldSpec = { name: 'price', kind: 'price', label };
const percent: FieldSpec = { name: 'rate', kind: 'percent', label };

it('a form shows decimals as they are written in its language, and reads them back', () => {
  for (const [field, value, german, english] of [
    [price, 142_000, '14,20', '14.20'],
    [price, 7_125, '0,7125', '0.7125'],
    [percent, 1_900, '19', '19'],
    [percent, 750, '7,5', '7.5'],
  ] as const) {
    assert.equal(typedValue(field, value, 'de'), german);
    assert.equal(typedValue(field, value, 'en'), english);
    for (const typed of [german, english]) {
      assert.deepEqual(schemaOf([field]).parse({ [field.name]: typed }), { [field.name]: value });
    }
  }
});
