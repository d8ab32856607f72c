import { type Command, commands } from './commands/index.ts';
import { readConfig } from './config.ts';

/** The command line: `bin/portal [command]`; without a command it serves. */
async function main(): Promise<void> {
  const [name = 'serve', ...words] = process.argv.slice(2);
  const command: Command | undefined = commands[name];
  if (!command) {
    process.stderr.write(usage(`There is no command "${name}".`));
    process.exitCode = 2;
    return;
  }
  try {
    const config = readConfig();
    const run = await command.load();
    await run(config, words);
  } catch (error) {
    const { sentenceFor } = await import('./commands/sentence-for.ts');
    process.stderr.write(`${sentenceFor(error) ?? (error as Error).stack}\n`);
    process.exitCode = 1;
  }
}

function usage(problem: string): string {
  const list = Object.entries(commands).map(([name, { help }]) => `  ${name.padEnd(15)} ${help}`);
  return `${problem}\n\nUsage: bin/portal [command]\n\n${list.join('\n')}\n`;
}

await main();
