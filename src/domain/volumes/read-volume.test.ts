import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type KnownNames, readVolume, type TypedVolume } from './read-volume.ts';

const today = Temporal.PlainDate.from('2026-11-26');
const known: KnownNames = {
  customer: (number) => (number === 'D100001' ? 7 : undefined),
  product: (name) => (name === 'STANDARD' ? 'STANDARD' : undefined),
  costCentre: (customerId, code) => (customerId === 7 && code === '4711' ? 12 : undefined),
};
const typed: TypedVolume = {
  customer: 'D100001',
  date: '2026-11-26',
  product: 'STANDARD',
  costCentre: '4711',
  pieces: '120',
  weight: '2400',
};
const read = (changes: Partial<TypedVolume>) => readVolume({ ...typed, ...changes }, known, today);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
const volumeOf = (changes: Partial<TypedVolume>) => {
  const result = read(changes);
  assert.ok('volume' in result, JSON.stringify(result));
  return plain(result.volume);
};
const problemsOf = (changes: Partial<TypedVolume>) => {
  const result = read(changes);
  assert.ok('problems' in result);
  return result.problems.map(({ field, problem, limit }) => [field, problem, limit]);
};

describe('a volume', () => {
  it('is read with its names, as machines and as people write it', () => {
    const volume = {
      customerId: 7,
      date: '2026-11-26',
      productCode: 'STANDARD',
      costCentreId: 12,
      pieces: 120,
      weightGrams: 2400,
    };
    assert.deepEqual(volumeOf({}), volume);
    assert.deepEqual(volumeOf({ customer: ' d 100 001 ', date: '26.11.2026', pieces: ' 120 ' }), volume);
    const { costCentreId, ...without } = volume;
    assert.equal(costCentreId, 12);
    assert.deepEqual(volumeOf({ costCentre: '', weight: '' }), { ...without, weightGrams: 0 });
  });

  it('names what is missing or unknown, every field once', () => {
    const nothing = { customer: '', date: ' ', product: '', costCentre: '', pieces: '', weight: '' };
    assert.deepEqual(
      problemsOf(nothing),
      ['customer', 'date', 'product', 'pieces'].map((field) => [field, 'required', undefined]),
    );
    assert.deepEqual(problemsOf({ customer: 'D2', product: 'X', costCentre: '1' }), [
      ['customer', 'unknown-customer', undefined],
      ['product', 'unknown-product', undefined],
    ]);
    assert.deepEqual(problemsOf({ customer: '100001' }), [['customer', 'not-a-customer-number', undefined]]);
    assert.deepEqual(problemsOf({ costCentre: '4712' }), [['costCentre', 'unknown-cost-centre', undefined]]);
  });

  it('is of today or before, but not of another age', () => {
    assert.deepEqual(problemsOf({ date: '2026-11-27' }), [['date', 'in-the-future', undefined]]);
    assert.equal(volumeOf({ date: '2025-10-22' }).date, '2025-10-22');
    assert.deepEqual(problemsOf({ date: '2025-10-21' }), [['date', 'too-long-ago', 400]]);
    for (const date of [
      '30.02.2026',
      '2026-13-01',
      '26.11.26',
      'gestern',
      '+002026-11-26',
      '2026-11-26T10:00',
    ]) {
      assert.deepEqual(problemsOf({ date }), [['date', 'not-a-date', undefined]], date);
    }
  });

  it('is counted in whole pieces and grams, within what there can be', () => {
    assert.deepEqual(problemsOf({ pieces: '0' }), [['pieces', 'too-small', 1]]);
    assert.equal(volumeOf({ pieces: '1000000' }).pieces, 1_000_000);
    assert.deepEqual(problemsOf({ pieces: '1000001' }), [['pieces', 'too-large', 1_000_000]]);
    assert.deepEqual(problemsOf({ weight: '100000001' }), [['weight', 'too-large', 100_000_000]]);
    for (const pieces of ['1.250', '1,5', '-3', '1e3', '٣', '9'.repeat(13), 'viele']) {
      assert.deepEqual(problemsOf({ pieces }), [['pieces', 'not-a-number', undefined]], pieces);
    }
  });
});
