import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { logError } from '../../src/commands/log-error.ts';

describe('an error in the log', () => {
  it('says what happened and where, and nothing of the connection it happened on', () => {
    const error = Object.assign(new Error('terminating connection'), {
      code: '57P01',
      client: { secretKey: 42, parsedStatements: { s0: 'select' } },
    });
    const logged = JSON.stringify(logError(error));
    assert.match(logged, /terminating connection.*57P01/);
    assert.match(logged, /log-error\.test\.ts/);
    assert.doesNotMatch(logged, /secretKey|parsedStatements/);
    assert.equal((error as { client: { secretKey: number } }).client.secretKey, 42);
  });
});
