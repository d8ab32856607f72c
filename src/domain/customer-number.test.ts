import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseCustomerNumber } from './customer-number.ts';

/** Mostly what a number is made of, so that many of the texts come close to one. */
const likely = fc.oneof(
  fc.constantFrom('D', 'd', ...'0123456789', ' ', '\u00A0', '\u200B'),
  fc.string({ maxLength: 1 }),
);

describe('customer number', () => {
  it('is D and 1 to 12 digits', () => {
    for (const right of ['D1', 'D100001', 'D123456789012', 'D0001']) {
      assert.equal(parseCustomerNumber(right), right);
    }
  });

  it('mends what people type and what copying adds', () => {
    for (const typed of [
      ' d 100 001 ',
      'D\u00A0100\u202F001',
      '\uFEFFD100001\r\n',
      '\u200BD100\u200B001',
      '\u202AD100001\u202C',
      '\u2067D100001\u2069',
      'D\u00AD100001',
      '\tD100001\u2003',
    ]) {
      assert.equal(parseCustomerNumber(typed), 'D100001', JSON.stringify(typed));
    }
  });

  it('refuses every other form', () => {
    for (const wrong of [
      '',
      ' ',
      'D',
      '100001',
      'DD100001',
      'D1234567890123',
      'D10000A',
      'D-100001',
      'D100.001',
      'D1e5',
      'D+1',
      'K100001',
      "D1' or '1'='1",
      'D1\u0000',
      'D100001\u0301',
      '\u0414100001', // Cyrillic letter De
      '\uFF24100001', // full-width D
      'D\uFF11\uFF12', // full-width digits
      'D\u0661\u0662', // Arabic-Indic digits
      '\u216E1', // Roman numeral five hundred
      `D1${' '.repeat(200)}`,
    ]) {
      assert.equal(parseCustomerNumber(wrong), undefined, JSON.stringify(wrong));
    }
  });

  it('is quick with a megabyte of rubbish', () => {
    assert.equal(parseCustomerNumber(`D${'1 '.repeat(500_000)}`), undefined);
  });

  it('never throws, and what it returns has the form and reads as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: likely, maxLength: 30 }), (text) => {
        const parsed = parseCustomerNumber(text);
        if (parsed === undefined) return;
        assert.match(parsed, /^D[0-9]{1,12}$/);
        assert.equal(parseCustomerNumber(parsed), parsed);
      }),
    );
  });
});
