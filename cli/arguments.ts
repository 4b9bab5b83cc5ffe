/** The words of the command line, understood. */
import { parseArgs } from 'node:util';
import { CannotRun } from './cannot-run.ts';

export type Format = 'text' | 'json';

export interface CheckArguments {
  readonly name: 'check';
  /** The tsconfig, or the folder of a tsconfig.json, as it was written. */
  readonly project: string;
  readonly format: Format;
  /** An ESLint configuration to use in place of the one that the project has. */
  readonly config: string | undefined;
}

export type Command = CheckArguments | { readonly name: 'help' } | { readonly name: 'version' };

const seeHelp = 'Run stateless --help.';

/**
 * Understands the words after the program's name.
 * @throws CannotRun for words that mean nothing
 */
export function parseArguments(words: readonly string[]): Command {
  const { values, positionals } = parseWords(words);
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [command, ...others] = positionals;
  if (command === undefined) throw new CannotRun('No command is given.', seeHelp);
  if (command !== 'check') throw new CannotRun(`There is no command '${command}'.`, seeHelp);
  if (others[0] !== undefined)
    throw new CannotRun(`'${others[0]}' is one word too many.`, 'Name the project with -p TSCONFIG.');
  return {
    name: 'check',
    project: values.project,
    format: parseFormat(values.format),
    config: values.config,
  };
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        project: { type: 'string', short: 'p', default: 'tsconfig.json' },
        format: { type: 'string', default: 'text' },
        config: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
  } catch (error) {
    throw new CannotRun(error instanceof Error ? firstSentence(error.message) : String(error), seeHelp);
  }
}

/** Node adds a paragraph on positional arguments. */
function firstSentence(message: string): string {
  return `${message.split(/\.(?:\s|$)/u, 1)[0] ?? message}.`;
}

function parseFormat(word: string): Format {
  if (word === 'text' || word === 'json') return word;
  throw new CannotRun(`There is no format '${word}'.`, 'Use --format text or --format json.');
}
