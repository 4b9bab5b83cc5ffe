/** Reads the command line, or says in one line what is wrong with it. */
import { parseArgs } from 'node:util';
import { kemNames } from '../hpke/suites.ts';
import type { KemName } from '../hpke/suites.ts';

/** How a processor is served. */
export interface ServeCommand {
  readonly command: 'serve';
  readonly file: string;
  readonly port: number;
  readonly kem: KemName;
  readonly isProduction: boolean;
}

/** What the user asked for. */
export type Command =
  | ServeCommand
  | { readonly command: 'egress'; readonly file: string; readonly isJson: boolean }
  | { readonly command: 'doctor'; readonly isJson: boolean }
  | { readonly command: 'help' }
  | { readonly command: 'unusable'; readonly message: string };

export const usage = `Usage: stateless-runtime serve FILE [--production] [--port N] [--kem ${kemNames.join('|')}]
       stateless-runtime egress FILE [--json]
       stateless-runtime doctor [--json]

  serve FILE     run the processor that FILE exports as default: one process per session, on 127.0.0.1
  egress FILE    print what can leave a session of FILE in the clear: manifest, digest, leak budget
  doctor         say of each channel whether it is closed on this machine, and by whom
  --production   refuse to start while a channel is open that a machine can close
  --port N       port to listen on (default: a free one)
  --kem NAME     key encapsulation mechanism of the one-time keys (default: x-wing)
  --json         print JSON

Exit codes: 0 done, 1 the processor cannot be served or a channel is open, 2 the command line is not usable.`;

/** Which options each command takes. */
const optionsOf = {
  serve: ['port', 'kem', 'production'],
  egress: ['json'],
  doctor: ['json'],
} as const;

/** Parses the arguments after the program's name. */
export function readArguments(values: readonly string[]): Command {
  const parsed = parse(values);
  if (parsed === undefined) return unusable('unknown option');
  const { positionals, options } = parsed;
  const [name, file, ...rest] = positionals;
  if (options.help || name === 'help') return { command: 'help' };
  const command = commands.find((known) => known === name);
  if (command === undefined) return unusable(name === undefined ? 'no command' : `no such command: ${name}`);
  const foreign = Object.keys(options).find((option) => !isOptionOf(command, option));
  if (foreign !== undefined) return unusable(`${command} takes no --${foreign}`);
  const isJson = options.json === true;
  if (command === 'doctor')
    return file === undefined ? { command, isJson } : unusable('doctor takes no FILE');
  if (file === undefined) return unusable(`${command} needs a FILE`);
  if (rest.length > 0) return unusable(`${command} takes one FILE`);
  return command === 'egress' ? { command, file, isJson } : readServe(file, options);
}

const commands = ['serve', 'egress', 'doctor'] as const;

interface Options {
  readonly port?: string;
  readonly kem?: string;
  readonly production?: boolean;
  readonly json?: boolean;
  readonly help?: boolean;
}

function readServe(file: string, options: Options): Command {
  const port = Number(options.port ?? '0');
  if (!/^\d{1,5}$/.test(options.port ?? '0') || port > 65_535)
    return unusable('--port needs a number up to 65535');
  const kem = kemNames.find((name) => name === (options.kem ?? 'x-wing'));
  if (kem === undefined) return unusable(`--kem needs one of ${kemNames.join(', ')}`);
  return { command: 'serve', file, port, kem, isProduction: options.production === true };
}

function isOptionOf(command: (typeof commands)[number], option: string): boolean {
  const known: readonly string[] = optionsOf[command];
  return known.includes(option);
}

function parse(
  values: readonly string[],
): { readonly positionals: readonly string[]; readonly options: Options } | undefined {
  const options = {
    port: { type: 'string' },
    kem: { type: 'string' },
    production: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const parsed = parseArgs({ args: [...values], options, allowPositionals: true });
    return { positionals: parsed.positionals, options: parsed.values };
  } catch {
    return undefined;
  }
}

function unusable(message: string): Command {
  return { command: 'unusable', message };
}
