/** The words of the command line, understood. */
import { parseArgs } from 'node:util';
import { CannotRun } from './cannot-run.ts';

export type Format = 'text' | 'json';

interface ProjectArguments {
  /** The tsconfig, or the folder of a tsconfig.json, as it was written. */
  readonly project: string;
  readonly format: Format;
  /** An ESLint configuration to use in place of the one that the project has. */
  readonly config: string | undefined;
  /** Files of rows, in the YAML of CodeQL's models-as-data. */
  readonly models: readonly string[];
}

export interface CheckArguments extends ProjectArguments {
  readonly name: 'check';
  /** Whether rows are looked up instead of code. */
  readonly verifiesModels: boolean;
}

export interface ExplainArguments extends ProjectArguments {
  readonly name: 'explain';
  readonly at: Target;
}

/** A place as it was written. Lines and columns count from 1. */
export interface Target {
  readonly file: string;
  readonly line: number;
  /** Without it, all that matters on the line. */
  readonly column: number | undefined;
}

export type Command =
  CheckArguments | ExplainArguments | { readonly name: 'help' } | { readonly name: 'version' };

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
  const { project, config, models } = values;
  const shared = { project, format: parseFormat(values.format), config, models };
  if (command === 'check')
    return { ...checkArguments(shared, others), verifiesModels: values['verify-models'] };
  if (command === 'explain') return explainArguments(shared, others);
  throw new CannotRun(`There is no command '${command}'.`, seeHelp);
}

function checkArguments(
  shared: ProjectArguments,
  [other]: readonly string[],
): Omit<CheckArguments, 'verifiesModels'> {
  if (other === undefined) return { name: 'check', ...shared };
  throw new CannotRun(`'${other}' is one word too many.`, 'Name the project with -p TSCONFIG.');
}

function explainArguments(shared: ProjectArguments, words: readonly string[]): ExplainArguments {
  const [at, other] = words;
  if (at === undefined) throw new CannotRun('No place is given.', namePlace);
  if (other !== undefined) throw new CannotRun(`'${other}' is one word too many.`, namePlace);
  return { name: 'explain', ...shared, at: parseTarget(at) };
}

const namePlace = 'Name it as FILE:LINE or FILE:LINE:COLUMN.';

function parseTarget(word: string): Target {
  const [, file, line, column] = /^(.+?):(\d+)(?::(\d+))?$/u.exec(word) ?? [];
  const numbers = [line, column].flatMap((digits) => (digits === undefined ? [] : [Number(digits)]));
  const [first, second] = numbers;
  if (file === undefined || first === undefined || numbers.includes(0))
    throw new CannotRun(`'${word}' is no place in a file.`, `${namePlace} Lines and columns count from 1.`);
  return { file, line: first, column: second };
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
        models: { type: 'string', multiple: true, default: [] },
        'verify-models': { type: 'boolean', default: false },
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
