import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isSamePlace, longestPrefix, placeOf, readPrefixList, writePrefixList } from './index.ts';

const PREFIXES = [
  { prefix: '10', zone: 'CITY' },
  { prefix: '107', zone: 'WEST' },
  { prefix: '10719', zone: 'CITY' },
  { prefix: '12', zone: 'SOUTH' },
];

describe('the place of a postcode', () => {
  it('is the zone of its longest prefix', () => {
    for (const [postcode, zone] of [
      ['10115', 'CITY'],
      ['10700', 'WEST'],
      ['10718', 'WEST'],
      ['10719', 'CITY'],
      ['12435', 'SOUTH'],
    ] as const)
      assert.deepEqual(placeOf(postcode, PREFIXES), { kind: 'zone', zone }, postcode);
  });

  it('reads a postcode however it is written', () => {
    for (const postcode of ['D-10718', ' 107 18', 'DE10718', 'd 10718'])
      assert.deepEqual(placeOf(postcode, PREFIXES), { kind: 'zone', zone: 'WEST' }, postcode);
  });

  it('is nowhere without a prefix that fits, unless one zone has all the others', () => {
    for (const postcode of ['80331', '', '1', 'x10718', 'A-1010', "' or '1'='1", '🙂', '\u0000'])
      assert.deepEqual(placeOf(postcode, PREFIXES), { kind: 'nowhere' }, postcode);
    const withRest = [...PREFIXES, { prefix: '', zone: 'REST' }];
    assert.deepEqual(placeOf('80331', withRest), { kind: 'zone', zone: 'REST' });
    assert.deepEqual(placeOf('10718', withRest), { kind: 'zone', zone: 'WEST' });
    assert.deepEqual(placeOf('10718', []), { kind: 'nowhere' });
  });

  it('is everywhere while the carrier has no zones', () => {
    assert.deepEqual(placeOf('80331', undefined), { kind: 'everywhere' });
    assert.deepEqual(placeOf('', undefined), { kind: 'everywhere' });
  });

  it('can be compared with another one', () => {
    const [city, west] = [placeOf('10115', PREFIXES), placeOf('10718', PREFIXES)];
    assert.equal(isSamePlace(city, placeOf('10999', PREFIXES)), true);
    assert.equal(isSamePlace(city, west), false);
    assert.equal(isSamePlace(city, { kind: 'nowhere' }), false);
    assert.equal(isSamePlace({ kind: 'nowhere' }, placeOf('80331', PREFIXES)), true);
  });
});

const digits = (from: number, to: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: from, maxLength: to }).map((list) => list.join(''));
const prefixes = fc.uniqueArray(
  fc.record({ prefix: digits(0, 5), zone: fc.constantFrom('A', 'B', 'C', 'D') }),
  { selector: ({ prefix }) => prefix, maxLength: 30 },
);

describe('the longest prefix', () => {
  it('begins the postcode, and none that begins it is longer', () => {
    fc.assert(
      fc.property(digits(5, 5), prefixes, (postcode, all) => {
        const fitting = all.filter(({ prefix }) => postcode.startsWith(prefix));
        const longest = Math.max(-1, ...fitting.map(({ prefix }) => prefix.length));
        const expected = fitting.find(({ prefix }) => prefix.length === longest)?.zone;
        assert.equal(longestPrefix(postcode, all), expected);
      }),
    );
  });

  it('does not hang on the order in which they are kept, nor on prefixes of other postcodes', () => {
    fc.assert(
      fc.property(digits(5, 5), prefixes, (postcode, all) => {
        const found = longestPrefix(postcode, all);
        assert.equal(longestPrefix(postcode, all.toReversed()), found);
        assert.equal(
          longestPrefix(
            postcode,
            all.filter(({ prefix }) => postcode.startsWith(prefix)),
          ),
          found,
        );
      }),
    );
  });

  it('of a whole postcode goes before all others', () => {
    fc.assert(
      fc.property(digits(5, 5), prefixes, (postcode, all) => {
        const others = all.filter(({ prefix }) => prefix !== postcode);
        assert.equal(longestPrefix(postcode, [...others, { prefix: postcode, zone: 'OWN' }]), 'OWN');
      }),
    );
  });

  it('leaves the place of all postcodes alone that do not begin with a prefix that is added', () => {
    fc.assert(
      fc.property(digits(5, 5), prefixes, digits(1, 5), (postcode, all, added) => {
        fc.pre(!postcode.startsWith(added) && all.every(({ prefix }) => prefix !== added));
        const more = [...all, { prefix: added, zone: 'NEW' }];
        assert.equal(longestPrefix(postcode, more), longestPrefix(postcode, all));
      }),
    );
  });
});

describe('a list of prefixes', () => {
  it('is read as people write it, each once', () => {
    assert.deepEqual(readPrefixList(' 104,101;  10405\n101 '), ['101', '104', '10405']);
    assert.deepEqual(readPrefixList('*'), ['']);
    assert.deepEqual(readPrefixList(''), []);
    assert.deepEqual(readPrefixList(' , '), []);
    for (const wrong of ['101115', '10a', '10*', '**', '<script>', '-1', '1.5', '１０', '\u202e101'])
      assert.equal(readPrefixList(wrong), undefined, wrong);
  });

  it('is written in one spelling, which is read as the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(digits(0, 5), { maxLength: 20 }), (list) => {
        assert.deepEqual(readPrefixList(writePrefixList(list)), list.toSorted());
      }),
    );
    assert.equal(writePrefixList(['104', '', '101']), '*, 101, 104');
  });
});
