/** What the tier `epoch` costs: how many of a process's sessions have left their input in its memory. */
import { connect } from '../client/index.ts';
import { encodingsOf } from './encodings.ts';
import { startHost } from './hosted.ts';
import { searchMemory } from './memory.ts';
import { uniqueText } from './residue.ts';

/** What was found while the process waited for its next session. */
export interface EpochResidue {
  readonly sessions: number;
  /** Sessions of which some text was found in any encoding: in the session process, and in the broker. */
  readonly inSessionProcess: number;
  readonly inBroker: number;
}

/**
 * Runs sessions in one process, each with a text of its own, and searches memory for all of them when the last is over.
 *
 * @param file the module that exports a processor as default
 * @param inputWith makes an input around a text
 * @param options how many sessions, and the Node to run on (this one unless told otherwise)
 * @throws Error when memory cannot be read, or when the sessions were not all in one process
 */
export async function measureEpoch(
  file: string,
  inputWith: (text: string) => unknown,
  { sessions, node }: { readonly sessions: number; readonly node?: string },
): Promise<EpochResidue> {
  const epoch = { poolSize: 1, epochSessions: sessions + 1 };
  const host = await startHost(file, node === undefined ? epoch : { ...epoch, node });
  try {
    const client = connect(host.url, { evidence: ['sim'], kems: ['x-wing', 'x25519'] });
    const texts = Array.from({ length: sessions }, uniqueText);
    for (const text of texts) await client.request(inputWith(text));
    const pids = new Set(host.told().flatMap(({ event }) => (event?.pid === undefined ? [] : [event.pid])));
    const [pid] = pids;
    if (pids.size !== 1 || pid === undefined) throw new Error('the sessions were not all in one process');
    return { sessions, inSessionProcess: countIn(pid, texts), inBroker: countIn(host.pid, texts) };
  } finally {
    await host.stop();
  }
}

function countIn(pid: number, texts: readonly string[]): number {
  const encoded = texts.flatMap((text) => encodingsOf(text).map(({ bytes }) => ({ encoding: text, bytes })));
  return new Set(searchMemory(pid, encoded)).size;
}
