/** Residue: what of a session's input is still in memory when the session is over. Measured, never assumed. */
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { connect } from '../client/index.ts';
import { encodingsOf } from './encodings.ts';
import { startHost } from './hosted.ts';
import type { Hosted } from './hosted.ts';
import { searchMemory } from './memory.ts';

/** What was found. Hits name the encoding; `kept` says in which process. */
export interface Residue {
  readonly sessions: number;
  readonly broker: readonly string[];
  readonly nextSession: readonly string[];
  /** Whether a search of a living session process finds its input: without this, no hits would prove nothing. */
  readonly isSearchSound: boolean;
}

/** How residue is measured. */
export interface ResidueOptions {
  /** Sessions before the search. Default 3. */
  readonly sessions?: number;
  /** The executable of the Node to run on. Default this one. */
  readonly node?: string;
}

/**
 * Runs sessions with the input and searches the memory of the broker and of the next session processes for each text
 * of it in six encodings.
 *
 * @param file the module that exports a processor as default
 * @param input an input with at least one text of 12 characters or more; what the handler makes of it does not matter
 * @throws Error when memory cannot be read; TypeError for an input without such a text
 */
export async function measureResidue(
  file: string,
  input: unknown,
  options: ResidueOptions = {},
): Promise<Residue> {
  const { sessions = 3, node } = options;
  const encoded = textsOf(input).flatMap((text) => encodingsOf(text));
  if (encoded.length === 0)
    throw new TypeError('the input needs a text of at least 12 characters to search for');
  const host = await startHost(file, node === undefined ? {} : { node });
  try {
    for (let index = 0; index < sessions; index += 1) await runOne(host, input);
    const broker = searchMemory(host.pid, encoded);
    const nextSession = host.sessions().flatMap((pid) => searchMemory(pid, encoded));
    return { sessions, broker, nextSession, isSearchSound: isFound(input, encoded) };
  } finally {
    await host.stop();
  }
}

/**
 * Throws when anything of the input is left after its session; for tests.
 *
 * @example
 * await expectNoResidue('dist/summarise.mjs', { messages: ['The heron nests at dawn.'] });
 */
export async function expectNoResidue(
  file: string,
  input: unknown,
  options: ResidueOptions = {},
): Promise<void> {
  const { broker, nextSession, isSearchSound } = await measureResidue(file, input, options);
  if (!isSearchSound) throw new Error('the search of memory does not find what is there');
  const found = [
    ...broker.map((encoding) => `broker: ${encoding}`),
    ...nextSession.map((encoding) => `next session: ${encoding}`),
  ];
  if (found.length > 0) throw new Error(`residue of the input: ${found.join(', ')}`);
}

/** An input of which no text occurs anywhere by chance. */
export function uniqueText(): string {
  return `heron-${randomUUID()}`;
}

// An error is an answer too: residue is looked for after every end of a session.
async function runOne({ url }: Hosted, input: unknown): Promise<void> {
  const client = connect(url, { evidence: ['sim'], kems: ['x-wing', 'x25519'] });
  await client.request(input).catch(() => undefined);
}

// This process holds the input, so a search of it must find it.
function isFound(input: unknown, encoded: ReturnType<typeof encodingsOf>): boolean {
  return searchMemory(process.pid, encoded).length > 0 && textsOf(input).length > 0;
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length < 12 ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((item: unknown) => textsOf(item));
}
