/** Calls of upstreams: what a handler finds in `session.use`, and whether it left one behind. */
import { concat, integer } from '../bytes.ts';
import type { ProcessorParts } from '../definition.ts';
import { isErrorCode, StatelessError } from '../error.ts';
import type { Ask, Calls } from './parts.ts';
import type { UpstreamTarget } from '../upstream-parts.ts';

type Call = (
  target: UpstreamTarget,
  relay: Ask,
  input: unknown,
  mayStream: boolean,
) => AsyncIterable<unknown>;

const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** Loads what calls upstreams, a client: nothing for a processor that declares none. */
export async function loadCall({ uses }: ProcessorParts): Promise<Call> {
  const { href } = new URL(`../upstream/call${extension}`, import.meta.url);
  // eslint-disable-next-line stateless/no-dynamic-code -- a file of the runtime itself, wherever that is
  const loaded: unknown = uses.length === 0 ? {} : await import(href);
  const call: unknown = Reflect.get(Object(loaded), 'callUpstream');
  return isCall(call) ? call : async function* () {};
}

/** The calls that a handler may make. Each has its place, so that no address is sent. */
export function openCalls({ uses }: ProcessorParts, call: Call, ask: Ask): Calls {
  const open = new Set<object>();
  const entries = uses.map(({ name, target }, place) => {
    const relay: Ask = (message) => ask(concat(integer(place, 1), message));
    let last: Promise<unknown> = Promise.resolve();
    let streaming: unknown;
    const run = async function* (input: unknown, mayStream: boolean): AsyncGenerator<unknown, void, void> {
      // whoever is in the loop over a stream would wait for its end forever
      if (streaming) throw upstreamError(new StatelessError('ERR_BUSY'));
      const [before, own] = [last, Promise.withResolvers<undefined>()];
      last = own.promise;
      streaming = mayStream ? own : undefined;
      open.add(own);
      try {
        await before;
        yield* call(target, relay, input, mayStream);
      } catch (thrown) {
        throw upstreamError(thrown);
      } finally {
        if (streaming === own) streaming = undefined;
        open.delete(own);
        own.resolve(undefined);
      }
    };
    const once = async (input: unknown): Promise<unknown> => {
      for await (const output of run(input, false)) return output;
      throw new StatelessError('ERR_INTERNAL');
    };
    const both = Object.assign(once, { stream: (input: unknown) => run(input, true) });
    return [name, Object.freeze(both)] as const;
  });
  return { use: Object.freeze(Object.fromEntries(entries)), pending: () => open.size };
}

function isCall(value: unknown): value is Call {
  return typeof value === 'function';
}

// Its own code is the detail: what went wrong there is told apart from what goes wrong here.
function upstreamError(thrown: unknown): unknown {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
  return isErrorCode(code) ? new StatelessError('ERR_UPSTREAM', code, { cause: thrown }) : thrown;
}
