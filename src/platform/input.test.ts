import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { type FieldProblem, Refused } from '../domain/refusal.ts';
import {
  calendarDate,
  cleanText,
  customerNumber,
  emailAddress,
  parseInput,
  requiredText,
  submissionKey,
  text,
  wholeNumber,
} from './input.ts';

/** Parses one field; what is wrong with it, or its value. */
function read<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> | Omit<FieldProblem, 'field'> {
  try {
    return (parseInput(z.object({ field: schema }), { field: value }) as { field: z.output<Schema> }).field;
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== 'invalid') throw error;
    const [{ field, ...problem } = { field: '', problem: 'none' }, ...more] = error.refusal.fields;
    assert.equal(field, 'field');
    assert.deepEqual(more, []);
    return problem as Omit<FieldProblem, 'field'>;
  }
}

/** Strings of every kind: lone surrogates, marks, controls, emoji, long ones. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    maxLength: 200,
  }),
  fc.constantFrom('', ' ', "'", '<script>alert(1)</script>', '\0', '\u202e', '\u{1F4EE}', 'x'.repeat(10_000)),
);
const notText = [undefined, null, 0, 1.5, true, [], {}, ['x'], Number.NaN, 10n, Symbol('x')];

describe('parseInput', () => {
  const schema = z.object({
    name: requiredText(5),
    count: wholeNumber(1, 9),
    inner: z.object({ date: calendarDate }),
    choice: z.enum(['a', 'b']),
  });

  it('names every field that is wrong once, in the order of the schema', () => {
    assert.throws(
      () => parseInput(schema, { name: '  ', count: '12', inner: { date: 'x' }, choice: 'c' }),
      ({ refusal }: Refused) => {
        assert.deepEqual(refusal, {
          code: 'invalid',
          fields: [
            { field: 'name', problem: 'required' },
            { field: 'count', problem: 'too-large', limit: 9 },
            { field: 'inner.date', problem: 'not-a-date' },
            { field: 'choice', problem: 'unknown' },
          ],
        });
        return true;
      },
    );
  });

  it('says of everything that is missing that it is required', () => {
    assert.throws(
      () => parseInput(schema, {}),
      ({ refusal }: Refused) => {
        assert.deepEqual(
          refusal.code === 'invalid' && refusal.fields.map(({ field, problem }) => [field, problem]),
          [
            ['name', 'required'],
            ['count', 'required'],
            ['inner', 'required'],
            ['choice', 'unknown'],
          ],
        );
        return true;
      },
    );
  });

  it('keeps only what the schema names', () => {
    const input = { name: 'x', count: 1, inner: { date: '2026-11-30', more: 1 }, choice: 'a', isAdmin: true };
    assert.deepEqual(Object.keys(parseInput(schema, input)), ['name', 'count', 'inner', 'choice']);
    const hostile = JSON.parse('{"__proto__": {"isAdmin": true}, "name": "x"}');
    const parsed = parseInput(z.object({ name: z.string() }), hostile);
    assert.equal((parsed as { isAdmin?: boolean }).isAdmin, undefined);
  });

  it('refuses what is no form at all', () => {
    for (const input of [undefined, null, '', 'x', 0, true, [], [[]], Number.NaN, () => {}]) {
      assert.throws(() => parseInput(schema, input), Refused);
    }
  });
});

describe('cleanText', () => {
  it('takes away what nobody sees, and keeps what people write', () => {
    const cases: [typed: string, kept: string][] = [
      ['  Nachschub  ', 'Nachschub'],
      ['a\0b', 'ab'],
      ['a\r\nb\tc', 'a\nb\tc'],
      ['\u202egnirts\u202c', 'gnirts'],
      ['\u200e\u200f\u061c\u2066x\u2069\ufeff', 'x'],
      ['un\u200bsicht\u2060bar', 'unsichtbar'],
      [' \u200b ', ''],
      ['Mu\u0308ller', 'M\u00fcller'],
      ['Mu\u200e\u0308ller', 'M\u00fcller'],
      ['\ud800', '\ufffd'],
      ['\udc00x\ud800', '\ufffdx\ufffd'],
      ['\u{1F469}\u200d\u{1F4BB}', '\u{1F469}\u200d\u{1F4BB}'],
      ['\u05e9\u05dc\u05d5\u05dd', '\u05e9\u05dc\u05d5\u05dd'],
      ["O'Neill & <Söhne>", "O'Neill & <Söhne>"],
      ['\u001b[31mrot\u009b0m', '[31mrot0m'],
    ];
    for (const [typed, kept] of cases) assert.equal(cleanText(typed), kept, JSON.stringify(typed));
  });

  it('gives what PostgreSQL can store, and cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const kept = cleanText(typed);
        assert.equal(kept.isWellFormed(), true);
        assert.equal(kept.includes('\0'), false);
        assert.equal(kept, kept.trim());
        assert.equal(kept, kept.normalize('NFC'));
        assert.equal(cleanText(kept), kept);
      }),
    );
  });
});

describe('text', () => {
  it('counts after cleaning', () => {
    assert.equal(read(text(3), ' a\0\u202eb '), 'ab');
    assert.equal(read(text(3), ` abc${' '.repeat(10_000)}`), 'abc');
    assert.deepEqual(read(text(3), 'abcd'), { problem: 'too-long', limit: 3 });
    assert.deepEqual(read(text(60), 'x'.repeat(10_000)), { problem: 'too-long', limit: 60 });
    // an emoji is one, as PostgreSQL counts
    assert.equal(read(text(3), '\u{1F4EE}'.repeat(3)), '\u{1F4EE}'.repeat(3));
    assert.deepEqual(read(text(3), '\u{1F4EE}'.repeat(4)), { problem: 'too-long', limit: 3 });
  });

  it('may be empty unless something must be there', () => {
    assert.equal(read(text(3), ''), '');
    for (const empty of ['', '   ', '\0', '\u200b', '\u202e\u202c', '\r\n']) {
      assert.deepEqual(read(requiredText(3), empty), { problem: 'required' }, JSON.stringify(empty));
    }
  });

  it('is not a number, a list or an object', () => {
    for (const value of notText) {
      const problem = value === undefined ? 'required' : 'unreadable';
      assert.deepEqual(read(text(3), value), { problem });
      assert.deepEqual(read(requiredText(3), value), { problem });
    }
  });
});

describe('wholeNumber', () => {
  const schema = wholeNumber(1, 50);

  it('reads digits of a form and numbers of JSON', () => {
    for (const [typed, value] of [
      ['1', 1],
      [' 50 ', 50],
      ['007', 7],
      [12, 12],
      ['\t3\n', 3],
    ] as const) {
      assert.equal(read(schema, typed), value);
    }
  });

  it('names the bound that was missed', () => {
    assert.deepEqual(read(schema, '0'), { problem: 'too-small', limit: 1 });
    assert.deepEqual(read(schema, -3), { problem: 'too-small', limit: 1 });
    assert.deepEqual(read(schema, '51'), { problem: 'too-large', limit: 50 });
    assert.deepEqual(read(schema, 2 ** 53), { problem: 'too-large', limit: 50 });
  });

  it('takes nothing else for a number', () => {
    const wrong = [
      'x',
      '1.5',
      '1,5',
      '+1',
      '-1',
      '1e3',
      '0x10',
      '٣',
      '1 2',
      '1;',
      "1'",
      '1\u202e',
      'NaN',
      'Infinity',
      '1'.repeat(10_000),
      1.5,
    ];
    for (const value of wrong) assert.deepEqual(read(schema, value), { problem: 'not-a-number' }, `${value}`);
    for (const value of ['', ' ', undefined]) assert.deepEqual(read(schema, value), { problem: 'required' });
    for (const value of [null, [], ['1'], {}, true, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.deepEqual(read(schema, value), { problem: 'unreadable' }, `${value}`);
    }
  });

  it('is within its bounds, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.anything()), (value) => {
        const result = read(schema, value);
        if (typeof result === 'number') assert.ok(Number.isInteger(result) && result >= 1 && result <= 50);
      }),
    );
  });
});

describe('calendarDate', () => {
  it('is a date that exists, written as machines write it', () => {
    assert.equal(`${read(calendarDate, '2026-11-30')}`, '2026-11-30');
    assert.equal(`${read(calendarDate, '2028-02-29')}`, '2028-02-29');
    const wrong = [
      '',
      'x',
      '2026-02-29',
      '2026-13-01',
      '2026-11-31',
      '30.11.2026',
      '2026-1-1',
      '2026-11-30T10:00',
      ' 2026-11-30',
      '0000-01-01',
      '0001-01-01',
      '1582-10-10',
      '9999-12-31',
      '+012026-11-30',
      '20261130',
      '٢٠٢٦-١١-٣٠',
      "2026-11-30'",
      '2026-11-30\0',
    ];
    for (const value of wrong) assert.deepEqual(read(calendarDate, value), { problem: 'not-a-date' }, value);
  });
});

describe('emailAddress', () => {
  it('keeps an address as it was typed', () => {
    for (const address of ['admin@d100001.example', 'Vor.Nach+post@Sub.Example', "o'neill@firma.example"]) {
      assert.equal(read(emailAddress, ` ${address}\u200b`), address);
    }
  });

  it('is no two addresses, no name, no header', () => {
    const wrong = [
      'x',
      '@x.example',
      'a@',
      'a b@x.example',
      'a@x.example, b@x.example',
      'a@x.example;b@x.example',
      'Anna <a@x.example>',
      'a@x.example\nBcc: b@x.example',
      'a@x.example\r\nBcc: b@x.example',
      '"<script>"@x.example',
      'a@x..example',
      'ä@x.example',
      '\u{1F4EE}@x.example',
      "'; drop table person; --",
    ];
    for (const value of wrong)
      assert.deepEqual(read(emailAddress, value), { problem: 'not-an-email' }, value);
    assert.deepEqual(read(emailAddress, ''), { problem: 'required' });
    assert.deepEqual(read(emailAddress, `${'a'.repeat(250)}@x.example`), { problem: 'too-long', limit: 254 });
    for (const value of notText.slice(1))
      assert.deepEqual(read(emailAddress, value), { problem: 'unreadable' });
  });

  it('never lets a line break or a blank through', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('@x.example', 'a@x.example', ''), (one, other) => {
        const result = read(emailAddress, one + other);
        if (typeof result === 'string') assert.match(result, /^[!-~]+@[!-~]+$/);
      }),
    );
  });
});

describe('customerNumber', () => {
  it('mends what people type and copy', () => {
    for (const typed of ['D100001', 'd100001', ' D 100 001 ', 'D\u00a0100\u200b001', '\u202aD100001\u202c']) {
      assert.equal(read(customerNumber, typed), 'D100001', JSON.stringify(typed));
    }
  });

  it('is a D and digits', () => {
    for (const value of [
      '100001',
      'D',
      'X100001',
      'D1000O1',
      'DD1',
      'D1234567890123',
      "D1'--",
      '<script>',
      'D-1',
      'D١',
    ]) {
      assert.deepEqual(read(customerNumber, value), { problem: 'not-a-customer-number' }, value);
    }
    assert.deepEqual(read(customerNumber, ''), { problem: 'required' });
    assert.deepEqual(read(customerNumber, ' '.repeat(10_000)), { problem: 'required' });
    assert.deepEqual(read(customerNumber, '1'.repeat(10_000)), { problem: 'too-long', limit: 40 });
    for (const value of notText.slice(1))
      assert.deepEqual(read(customerNumber, value), { problem: 'unreadable' });
  });
});

describe('submissionKey', () => {
  it('is a short word of letters, digits and dashes', () => {
    assert.equal(read(submissionKey, 'b7e8c0de-1234'), 'b7e8c0de-1234');
    for (const value of [
      '',
      'short',
      'x'.repeat(101),
      'with a blank',
      "1234567'",
      '12345678\0',
      '12345678\n',
      'ä'.repeat(9),
    ]) {
      assert.deepEqual(read(submissionKey, value), { problem: 'unreadable' }, JSON.stringify(value));
    }
    assert.deepEqual(read(submissionKey, undefined), { problem: 'required' });
  });
});
