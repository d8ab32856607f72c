import path from 'node:path';
import { inspect, styleText } from 'node:util';

/** A reporter for node:test: one line per file, every failure in full, and the runner's own count at the end. */
export default async function* report(source) {
  const names = [];
  const failures = [];
  for await (const { type, data } of source) {
    if (type === 'test:start') {
      names.length = data.nesting;
      names.push(data.name);
    } else if (type === 'test:fail' && isCause(data)) {
      const text = failure(names.slice(0, data.nesting).concat(data.name), data);
      failures.push(text);
      yield text;
    } else if (type === 'test:stdout' || type === 'test:stderr') {
      yield data.message;
    } else if (type === 'test:summary' && data.file) {
      yield fileLine(data);
    } else if (type === 'test:diagnostic' && data.nesting === 0 && !data.file) {
      if (data.message.startsWith('tests ') && failures.length > 0)
        yield `\nAll failures again:\n${failures.join('')}\n`;
      yield `# ${data.message}\n`;
    }
  }
}

/** A suite fails with its tests; only the tests say why. */
function isCause(data) {
  return data.details.error?.failureType !== 'subtestsFailed' && data.todo === undefined;
}

function failure(names, data) {
  const error = data.details.error?.cause ?? data.details.error;
  const place = data.file ? `${path.relative('', data.file)}:${data.line}` : '';
  const reason = inspect(error, { colors: process.stdout.isTTY }).replace(/^/gm, '    ');
  return `${styleText('red', `✖ ${names.join(' › ')}`)}  ${place}\n${reason}\n`;
}

function fileLine({ file, counts, success, duration_ms: duration }) {
  const mark = success ? styleText('green', '✔') : styleText('red', '✖');
  return `${mark} ${path.relative('', file)}  ${counts.tests} tests, ${Math.round(duration)} ms\n`;
}
