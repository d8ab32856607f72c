import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';

/*
 * What is for other machines, checked as far as it can be here: what it names exists, what it sets is read, and the tools
 * that happen to be installed find nothing.
 */

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const isHere = (tool: string) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;

/** Every variable that the program reads. */
const variables = new Set(
  [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name ?? ''),
);

const directory = mkdtempSync(path.join(tmpdir(), 'kundenportal-deploy-'));
after(() => rmSync(directory, { recursive: true, force: true }));

describe('.env.example', () => {
  it('lists exactly the variables that the program reads', () => {
    const listed = [...read('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
    assert.deepEqual(listed.toSorted(), [...variables].toSorted());
  });
});

describe('the Dockerfile', () => {
  const text = read('Dockerfile');
  const ignored = read('.dockerignore').split('\n');

  it('copies what exists and what the context holds, and everything that the program needs', () => {
    const copied = [...text.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words = '']) =>
      words.split(' ').slice(0, -1),
    );
    for (const name of copied) {
      assert.ok(existsSync(path.join(root, name)), name);
      assert.ok(ignored.includes(`!${name.replace(/^\.\//, '')}`), `${name} is in .dockerignore`);
    }
    for (const needed of ['src', 'migrations', 'seeds', 'templates', 'scripts', 'bin', 'package-lock.json'])
      assert.ok(copied.includes(needed), needed);
  });

  it('runs as nobody in particular, and sets only what the program reads', () => {
    assert.match(text, /^USER node$/m);
    const set = [...text.matchAll(/^ENV (.+)$/gm)].flatMap(([, pairs = '']) => [
      ...pairs.matchAll(/([A-Z_]+)=/g),
    ]);
    for (const [, name = ''] of set) assert.ok(variables.has(name) || name === 'NODE_ENV', name);
    assert.match(text, /^CMD \["serve"\]$/m);
  });
});

describe('compose.yaml', () => {
  const text = read('compose.yaml');

  it('asks for no variable that its example lacks, and hands on only what the program reads', () => {
    const example = [...read('deploy/compose.env.example').matchAll(/^([A-Z_]+)=/gm)].map(
      ([, name]) => name ?? '',
    );
    const asked = new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? ''));
    assert.deepEqual([...asked].toSorted(), example.toSorted());
    const portal = text.slice(text.indexOf('environment: &environment'), text.indexOf('depends_on'));
    for (const [, name = ''] of portal.matchAll(/^ {4}([A-Z_]+):/gm)) assert.ok(variables.has(name), name);
  });

  it('is read by a parser, if there is one, and runs commands that there are', () => {
    const commands = read('src/commands/index.ts');
    for (const [, word = ''] of text.matchAll(/command: \["([\w-]+)"/g))
      assert.match(commands, new RegExp(`\\b${word}\\b`));
    if (!isHere('python3') || spawnSync('python3', ['-c', 'import yaml']).status !== 0) return;
    const parsed = spawnSync(
      'python3',
      ['-c', 'import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin)))'],
      {
        input: text,
        encoding: 'utf8',
      },
    );
    assert.equal(parsed.status, 0, parsed.stderr);
    const { services } = JSON.parse(parsed.stdout) as { services: Record<string, { command?: string[] }> };
    assert.deepEqual(Object.keys(services), ['db', 'portal', 'work']);
    assert.deepEqual(services.work?.command, ['work']);
  });
});

describe('the scripts and units of deploy/', () => {
  it('name files that exist, and a shell reads them', () => {
    const script = path.join(root, 'deploy/create-roles.sh');
    assert.ok((statSync(script).mode & 0o111) !== 0, 'executable');
    assert.equal(spawnSync('sh', ['-n', script]).status, 0);
  });

  it('hold for systemd, where it is installed', (t) => {
    if (!isHere('systemd-analyze')) return t.skip('no systemd here');
    const program = path.join(root, 'bin/portal');
    const units = readdirSync(path.join(root, 'deploy')).filter((name) => /\.(service|timer)$/.test(name));
    assert.equal(units.length, 4);
    for (const name of units) {
      // as on a machine where the checkout lies there
      const text = read(`deploy/${name}`).replaceAll('/opt/kundenportal/bin/portal', program);
      writeFileSync(path.join(directory, name), text);
    }
    const { stderr, stdout } = spawnSync(
      'systemd-analyze',
      ['verify', ...units.map((name) => path.join(directory, name))],
      { encoding: 'utf8' },
    );
    const said = `${stdout}${stderr}`
      .split('\n')
      .filter((line) => /kundenportal/.test(line) && !/not found|Failed to/.test(line));
    assert.deepEqual(said, []);
  });

  it('start what there is', () => {
    const commands = read('src/commands/index.ts');
    for (const name of readdirSync(path.join(root, 'deploy')).filter((file) => file.endsWith('.service')))
      for (const [, word = ''] of read(`deploy/${name}`).matchAll(/bin\/portal ([a-z-]+)/g))
        assert.match(commands, new RegExp(`\\b${word}\\b`), `${name}: ${word}`);
  });
});
