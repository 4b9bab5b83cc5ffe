/** Calls of upstreams: what a handler finds in `session.use`, and whether it left one behind. */
import { concat, integer } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { OpenSession, ProcessorParts } from '../definition.ts';
import { isErrorCode, StatelessError } from '../error.ts';
import type { UpstreamTarget } from '../upstream-parts.ts';

/** Says a word to the broker and resolves with its answer. */
export type Ask = (message: Bytes) => Promise<Bytes>;

/** The calls of one session. */
export interface Calls {
  readonly use: OpenSession['use'];
  /** Calls that were begun and have no answer. */
  readonly pending: () => number;
}

type Call = (target: UpstreamTarget, relay: Ask, input: unknown) => Promise<unknown>;

const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** Loads what calls upstreams, a client: nothing for a processor that declares none. */
export async function loadCall({ uses }: ProcessorParts): Promise<Call> {
  const { href } = new URL(`../upstream/call${extension}`, import.meta.url);
  // eslint-disable-next-line stateless/no-dynamic-code -- a file of the runtime itself, wherever that is
  const loaded: unknown = uses.length === 0 ? {} : await import(href);
  const call: unknown = Reflect.get(Object(loaded), 'callUpstream');
  return isCall(call) ? call : () => Promise.reject(new StatelessError('ERR_INTERNAL'));
}

/** The calls that a handler may make; one after another, each with its place, so that no address is sent. */
export function openCalls({ uses }: ProcessorParts, call: Call, ask: Ask): Calls {
  let pending = 0;
  let last: Promise<unknown> = Promise.resolve();
  const entries = uses.map(({ name, target }, place) => {
    const relay: Ask = (message) => ask(concat(integer(place, 1), message));
    const run = async (input: unknown): Promise<unknown> => {
      pending += 1;
      try {
        const answer = last.then(() => call(target, relay, input));
        last = answer.catch(() => undefined);
        return await answer;
      } catch (thrown) {
        throw upstreamError(thrown);
      } finally {
        pending -= 1;
      }
    };
    return [name, run] as const;
  });
  return { use: Object.freeze(Object.fromEntries(entries)), pending: () => pending };
}

function isCall(value: unknown): value is Call {
  return typeof value === 'function';
}

// Its own code is the detail: what went wrong there is told apart from what goes wrong here.
function upstreamError(thrown: unknown): unknown {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
  return isErrorCode(code) ? new StatelessError('ERR_UPSTREAM', code, { cause: thrown }) : thrown;
}
