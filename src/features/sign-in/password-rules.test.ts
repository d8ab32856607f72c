import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isEasyToGuess } from './password-rules.ts';

const HENRIKE = { customerNumber: 'D100001', email: 'henrike.brandt@d100001.example' };

function assertEasy(password: string) {
  assert.equal(isEasyToGuess(password, HENRIKE), true, `${password} should be refused`);
}

describe('a password that is easy to guess', () => {
  it('is a known word with ornaments', () => {
    for (const password of [
      'passwort12',
      'Passwort2026!',
      '!!Passwort1',
      'P4$$w0rt2026',
      'P@ssw0rd1234',
      'Sommer2026!!',
      'Berlin-2026',
      '2026-Berlin',
      'Willkommen1',
      'Schlüssel99',
      'Schluessel99',
      'b.e.r.l.i.n.1.2',
    ]) {
      assertEasy(password);
    }
  });

  it('is a known word repeated, or two of them', () => {
    for (const password of [
      'passwortpasswort',
      'berlinberlin',
      'Hallo-Berlin',
      'sommer winter 26',
      'ichliebedich',
    ]) {
      assertEasy(password);
    }
  });

  it('is a run on the keyboard, digits, or few different characters', () => {
    for (const password of [
      'qwertzuiop',
      'QWERTZ123456',
      'asdfghjklö',
      '0987654321',
      '1qay2wsx3edc',
      'abcdefghij',
      '24.12.1985',
      '030 5550111 22',
      'aaaaaaaaaaaa',
      'abababababab',
      '          ',
    ]) {
      assertEasy(password);
    }
  });

  it('names the firm or the person', () => {
    assertEasy('mein D100001 Zugang');
    assertEasy('xk-d100001-7q');
    assertEasy('Henrike.Brandt!kT9');
  });

  it('is the same in another Unicode form', () => {
    assertEasy('Ｐａｓｓｗｏｒｔ１２');
    assertEasy('Schlu\u0308ssel99');
  });
});

it('lets everything else pass, without asking for signs and digits', () => {
  for (const password of [
    'drei Gänse auf dem Dach',
    'Korrekte Pferde Batterie Heftklammer',
    'Spreebrief-Demo-2026',
    'k3mVq-81xTz',
    '🦊🐢🍀🎲🎻 singt laut',
    'unwahrscheinlichkeitsdrive',
  ]) {
    assert.equal(isEasyToGuess(password, HENRIKE), false, `${password} should pass`);
  }
});

it('looks for no name that is too short to mean anything', () => {
  const about = { customerNumber: 'D7', email: 'ab@firma.example' };
  assert.equal(isEasyToGuess('Grabstein-Abendrot', about), false);
});

it('answers at once for the longest password of one letter', () => {
  const began = performance.now();
  isEasyToGuess(`${'ab'.repeat(99)}cd`, HENRIKE);
  assert.ok(performance.now() - began < 500);
});
