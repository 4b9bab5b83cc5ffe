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
  readonly evidence: EvidenceSource;
  /** File with endorsements, read for every piece of evidence, so that it can be renewed. */
  readonly endorsements: string | undefined;
  /** Origins whose browsers may talk to the broker. */
  readonly origins: readonly string[];
  readonly tier: Tier;
  /** Sessions of a process, in the tier `epoch`. */
  readonly epochSessions: number;
}

/** Whether a session has its process for itself. */
export type Tier = (typeof tiers)[number];

const tiers = ['process', 'epoch'] as const;

/** Who makes evidence: nobody, for development, or the machine through configfs-tsm. */
export type EvidenceSource = (typeof evidenceSources)[number];

const evidenceSources = ['sim', 'tsm'] as const;

/** What the user asked for. */
export type Command =
  | ServeCommand
  | { readonly command: 'egress'; readonly file: string; readonly isJson: boolean }
  | { readonly command: 'doctor'; readonly isJson: boolean; readonly evidence: EvidenceSource }
  | { readonly command: 'help' }
  | { readonly command: 'unusable'; readonly message: string };

export const usage = `Usage: stateless-runtime serve FILE [--production] [--evidence sim|tsm] [--port N] [--kem ${kemNames.join('|')}]
                               [--endorsements FILE] [--origin URL]... [--tier process|epoch] [--epoch-sessions N]
       stateless-runtime egress FILE [--json]
       stateless-runtime doctor [--evidence sim|tsm] [--json]

  serve FILE     run the processor that FILE exports as default, on 127.0.0.1
  egress FILE    print what can leave a session of FILE in the clear: manifest, digest, leak budget
  doctor         say of each channel whether it is closed on this machine, and by whom
  --production   refuse to start while a channel is open that a machine can close
  --evidence     sim: simulated, for development (default); tsm: SEV-SNP or TDX through Linux configfs-tsm
  --endorsements FILE  Intel's collateral (JSON) or AMD's chain (PEM), for tsm; read anew for every session
  --origin URL   let browsers of this origin talk to the broker; may be given more than once
  --tier NAME    process: each session has a process of its own (default); epoch: a process serves several sessions,
                 and may still hold what the earlier ones left: for tasks that cost less than a process
  --epoch-sessions N   sessions of a process in the tier epoch, 2 to 1000 (default: 16)
  --port N       port to listen on (default: a free one)
  --kem NAME     key encapsulation mechanism of the one-time keys (default: x-wing)
  --json         print JSON

Exit codes: 0 done, 1 the processor cannot be served or a channel is open, 2 the command line is not usable.`;

/** Which options each command takes. */
const optionsOf = {
  serve: ['port', 'kem', 'production', 'evidence', 'endorsements', 'origin', 'tier', 'epoch-sessions'],
  egress: ['json'],
  doctor: ['json', 'evidence'],
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
  const evidence = evidenceSources.find((source) => source === (options.evidence ?? 'sim'));
  if (evidence === undefined) return unusable(`--evidence needs one of ${evidenceSources.join(', ')}`);
  if (command === 'doctor')
    return file === undefined ? { command, isJson, evidence } : unusable('doctor takes no FILE');
  if (file === undefined) return unusable(`${command} needs a FILE`);
  if (rest.length > 0) return unusable(`${command} takes one FILE`);
  return command === 'egress' ? { command, file, isJson } : readServe(file, evidence, options);
}

const commands = ['serve', 'egress', 'doctor'] as const;

interface Options {
  readonly port?: string;
  readonly kem?: string;
  readonly production?: boolean;
  readonly evidence?: string;
  readonly endorsements?: string;
  readonly origin?: readonly string[];
  readonly tier?: string;
  readonly 'epoch-sessions'?: string;
  readonly json?: boolean;
  readonly help?: boolean;
}

function readServe(file: string, evidence: EvidenceSource, options: Options): Command {
  const port = Number(options.port ?? '0');
  if (!/^\d{1,5}$/.test(options.port ?? '0') || port > 65_535)
    return unusable('--port needs a number up to 65535');
  const kem = kemNames.find((name) => name === (options.kem ?? 'x-wing'));
  if (kem === undefined) return unusable(`--kem needs one of ${kemNames.join(', ')}`);
  const origins = options.origin ?? [];
  if (!origins.every(isOrigin)) return unusable('--origin needs an origin, such as https://chat.example');
  const tier = tiers.find((name) => name === (options.tier ?? 'process'));
  if (tier === undefined) return unusable(`--tier needs one of ${tiers.join(', ')}`);
  const epochSessions = Number(options['epoch-sessions'] ?? '16');
  if (!Number.isInteger(epochSessions) || epochSessions < 2 || epochSessions > 1_000)
    return unusable('--epoch-sessions needs a whole number from 2 to 1000');
  if (tier === 'process' && options['epoch-sessions'] !== undefined)
    return unusable('--epoch-sessions goes with --tier epoch');
  const isProduction = options.production === true;
  const { endorsements } = options;
  const how = { isProduction, evidence, endorsements, origins, tier, epochSessions };
  return { command: 'serve', file, port, kem, ...how };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
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
    evidence: { type: 'string' },
    endorsements: { type: 'string' },
    origin: { type: 'string', multiple: true },
    tier: { type: 'string' },
    'epoch-sessions': { type: 'string' },
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
