import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { composeIBAN, countrySpecs } from 'ibantools';
import { ibanEnds, maskIban, parseIban, SEPA_COUNTRIES, writeIban } from './iban.ts';

/** Published examples of the countries themselves. */
const EXAMPLES = [
  'AT611904300234573201',
  'BE68539007547034',
  'CH9300762011623852957',
  'DE89370400440532013000',
  'ES9121000418450200051332',
  'FR1420041010050500013M02606',
  'GB29NWBK60161331926819',
  'IT60X0542811101000000123456',
  'MT84MALT011000012345MTLCAST001S',
  'NL91ABNA0417164300',
  'NO9386011117947',
  'PL61109010140000071219812874',
];

/** IBANs of every SEPA country whose national numbers have no check digits of their own. */
const anyIban = fc.constantFrom(...SEPA_COUNTRIES).chain((countryCode) => {
  const { bban_regexp, bban_validation_func } = countrySpecs[countryCode] ?? {};
  if (!bban_regexp || bban_validation_func) return fc.constantFrom(...EXAMPLES);
  return fc
    .stringMatching(new RegExp(bban_regexp.replace(/\$?$/, '$')))
    .map((bban) => composeIBAN({ countryCode, bban }) ?? '');
});

const isAccepted = (typed: string) => 'iban' in parseIban(typed);

describe('reading an IBAN', () => {
  for (const iban of EXAMPLES) {
    it(`takes ${iban}, however it is typed`, () => {
      for (const typed of [
        iban,
        writeIban(iban),
        iban.toLowerCase(),
        writeIban(iban).replaceAll(' ', '-'),
        `${iban} `,
      ]) {
        assert.deepEqual(parseIban(typed), { iban }, typed);
      }
      assert.deepEqual(parseIban(writeIban(iban).replaceAll(' ', '\u00a0')), { iban });
    });
  }

  it('takes every number that is well formed, in every SEPA country', () => {
    fc.assert(fc.property(anyIban, (iban) => assert.deepEqual(parseIban(iban), { iban })));
  });

  it('notices every single digit that is changed', () => {
    fc.assert(
      fc.property(anyIban, fc.nat(), fc.integer({ min: 1, max: 9 }), (iban, where, by) => {
        const digits = [...iban.matchAll(/\d/g)].map(({ index }) => index);
        const at = digits[where % digits.length] as number;
        const changed = `${iban.slice(0, at)}${(Number(iban[at]) + by) % 10}${iban.slice(at + 1)}`;
        assert.equal(isAccepted(changed), false, changed);
      }),
    );
  });

  it('notices two neighbouring digits that were swapped', () => {
    fc.assert(
      fc.property(anyIban, fc.nat(), (iban, where) => {
        const at = 4 + (where % (iban.length - 5));
        const [one = '', two = ''] = iban.slice(at, at + 2);
        fc.pre(/^\d\d$/.test(one + two) && one !== two);
        assert.equal(isAccepted(`${iban.slice(0, at)}${two}${one}${iban.slice(at + 2)}`), false);
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const read = parseIban(typed);
        assert.equal('iban' in read, false);
      }),
    );
  });

  const kinds = [
    ['no country', '0532013000', { problem: 'iban-country' }],
    ['nothing but spaces', '   ', { problem: 'iban-country' }],
    ['an unknown country', 'XX89370400440532013000', { problem: 'iban-country' }],
    ['a country outside of SEPA', 'SA0380000000608010167519', { problem: 'iban-not-sepa' }],
    ['a digit too few', 'DE8937040044053201300', { problem: 'iban-length', limit: 22 }],
    ['a digit too many', 'DE893704004405320130000', { problem: 'iban-length', limit: 22 }],
    ['the length of another country', 'NL91ABNA04171643001', { problem: 'iban-length', limit: 18 }],
    ['a letter O for a zero', 'DE8937O400440532013000', { problem: 'iban-characters' }],
    ['a sharp s, which is two letters in capitals', 'DE8937040044053201300ß', { problem: 'iban-characters' }],
    ['other signs', 'DE89_3704/0044', { problem: 'iban-characters' }],
    ['digits of another script', 'DE８９370400440532013000', { problem: 'iban-characters' }],
    ['a swapped pair', 'DE98370400440532013000', { problem: 'iban-check-digits' }],
    ['letters as check digits', 'DEXX370400440532013000', { problem: 'iban-check-digits' }],
    ['a wrong national check digit', 'BE71539007547035', { problem: 'iban-check-digits' }],
  ] as const;
  for (const [what, typed, problem] of kinds) {
    it(`says what is wrong with ${what}`, () => assert.deepEqual(parseIban(typed), problem));
  }
});

describe('showing an IBAN', () => {
  it('masks all but the country and the last four', () => {
    assert.equal(maskIban(ibanEnds('DE89370400440532013456')), 'DE•• •••• •••• •••• ••34 56');
    assert.equal(maskIban({ country: 'NO', last4: '7947' }), 'NO•• •••• •••7 947');
    assert.equal(maskIban({ country: 'BE', last4: '7034' }), 'BE•• •••• •••• 7034');
  });

  it('masks as long as it is, and gives nothing else away', () => {
    fc.assert(
      fc.property(anyIban, (iban) => {
        const masked = maskIban(ibanEnds(iban));
        assert.equal(masked.length, writeIban(iban).length);
        assert.equal(masked.replaceAll(/[ •]/g, ''), iban.slice(0, 2) + iban.slice(-4));
      }),
    );
  });
});
