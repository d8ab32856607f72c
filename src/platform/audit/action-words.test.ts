import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actionName, actionWords } from './action-words.ts';

describe('every action of the audit log', () => {
  for (const [action, { de, en }] of Object.entries(actionWords)) {
    it(`${action} has words in both languages`, () => {
      assert.match(action, /^[a-z-]+\.[a-z-]+$/);
      for (const text of [de, en]) assert.match(text, /^\p{Lu}.{2,}[^.]$/u);
      assert.notEqual(de, en);
    });
  }

  it('is told apart from every other by its words', () => {
    for (const language of ['de', 'en'] as const) {
      const texts = Object.values(actionWords).map((words) => words[language]);
      assert.deepEqual(
        texts.filter((text, at) => texts.indexOf(text) !== at),
        [],
      );
    }
  });

  it('that an older version wrote is shown as it stands, whatever it is called', () => {
    for (const action of ['order.teleport', 'constructor', 'toString'])
      assert.deepEqual(actionName(action), { de: action, en: action });
  });
});
