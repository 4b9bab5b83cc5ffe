/** One session for real: a broker, a session process, a client, and the end of all three. */
import { connect, StatelessError } from '../client/index.ts';
import { startHost } from './hosted.ts';
import type { Told } from './hosted.ts';

/** How a session ended. */
export interface SessionResult {
  /** What the handler answered. */
  readonly output?: unknown;
  /** The error that the client got instead. */
  readonly error?: { readonly code: string; readonly detail?: string };
  /** The egress records that left, in their order. */
  readonly records: readonly NonNullable<Told['record']>[];
  /** How the broker saw it end. */
  readonly outcome?: string;
}

/**
 * Runs one session of a processor and stops everything again.
 *
 * @param file the module that exports the processor as default
 * @param input what the client sends
 * @throws Error when the processor cannot be served
 *
 * @example
 * expect(await runSession('summarise.ts', { messages: [] })).toMatchObject({ output: { summary: '' }, records: [] });
 */
export async function runSession(file: string, input: unknown): Promise<SessionResult> {
  const host = await startHost(file, { poolSize: 1 });
  const client = connect(host.url, { evidence: ['sim'], kems: ['x-wing', 'x25519'] });
  const answer = await client.request(input).then(
    (output: unknown) => ({ output }),
    (error: unknown) => ({ error: errorOf(error) }),
  );
  await host.stop();
  const told = host.told();
  const outcome = told.find(({ event }) => event?.event === 'session-ended')?.event?.outcome;
  return {
    ...answer,
    records: told.flatMap(({ record }) => (record === undefined ? [] : [record])),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

function errorOf(error: unknown): { readonly code: string; readonly detail?: string } {
  if (!(error instanceof StatelessError)) return { code: 'unknown' };
  const { code, detail } = error;
  return detail === undefined ? { code } : { code, detail };
}
