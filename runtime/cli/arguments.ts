/** Reads the command line, or says in one line what is wrong with it. */
import { parseArgs } from 'node:util';
import { kemNames } from '../hpke/suites.ts';
import type { KemName } from '../hpke/suites.ts';

/** What the user asked for. */
export type Command =
  | { readonly command: 'serve'; readonly file: string; readonly port: number; readonly kem: KemName }
  | { readonly command: 'help' }
  | { readonly command: 'unusable'; readonly message: string };

export const usage = `Usage: stateless-runtime serve FILE [--port N] [--kem ${kemNames.join('|')}]

  serve FILE   run the processor that FILE exports as default: one process per session, on 127.0.0.1
  --port N     port to listen on (default: a free one)
  --kem NAME   key encapsulation mechanism of the one-time keys (default: x-wing)

Exit codes: 0 stopped as asked, 1 the processor cannot be served, 2 the command line is not usable.`;

/** Parses the arguments after the program's name. */
export function readArguments(values: readonly string[]): Command {
  const parsed = parse(values);
  if (parsed === undefined) return unusable('unknown option');
  const { positionals, options } = parsed;
  const [command, file, ...rest] = positionals;
  if (options.help || command === 'help') return { command: 'help' };
  if (command !== 'serve')
    return unusable(command === undefined ? 'no command' : `no such command: ${command}`);
  if (file === undefined) return unusable('serve needs a FILE');
  if (rest.length > 0) return unusable('serve takes one FILE');
  const port = Number(options.port ?? '0');
  if (!/^\d{1,5}$/.test(options.port ?? '0') || port > 65_535)
    return unusable('--port needs a number up to 65535');
  const kem = kemNames.find((name) => name === (options.kem ?? 'x-wing'));
  if (kem === undefined) return unusable(`--kem needs one of ${kemNames.join(', ')}`);
  return { command: 'serve', file, port, kem };
}

interface Parsed {
  readonly positionals: readonly string[];
  readonly options: { readonly port?: string; readonly kem?: string; readonly help?: boolean };
}

function parse(values: readonly string[]): Parsed | undefined {
  const options = {
    port: { type: 'string' },
    kem: { type: 'string' },
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
