/** `connect`: a client that verifies first, seals second, and never sends the same session twice. */
import type { Policy } from '../attestation/policy.ts';
import { utf8 } from '../bytes.ts';
import type { Types } from '../definition.ts';
import { StatelessError } from '../error.ts';
import { supportedOf } from '../hpke/support.ts';
import { toBase64url } from '../text-forms.ts';
import { writeInput } from '../wire/write-input.ts';
import type { Client, RequestOptions, Target, Transport } from './client.ts';
import { jsonOf } from './json.ts';
import { post } from './post.ts';
import { runStreamed, runWhole } from './session.ts';
import { openTarget } from './target.ts';

/**
 * A client for a broker.
 *
 * @param url the broker's address
 * @param policy what the client insists on; simulated evidence is refused unless `evidence` names `sim`
 *
 * @example
 * const client = connect<typeof summarise>('http://127.0.0.1:8080', { evidence: ['sim'] });
 * const { summary } = await client.request({ messages });
 */
export function connect<Of extends Types = Types>(url: string | URL, policy: Policy): Client<Of> {
  const base = folderOf(url);
  let supported: ReturnType<typeof supportedOf> | undefined;
  const open = async ({ signal, onEvidence }: RequestOptions): Promise<Target> =>
    openTarget(transportTo(base, signal), policy, await (supported ??= supportedOf(policy.kems)), onEvidence);
  return {
    async request(input, options = {}) {
      const json = jsonOf(input);
      const target = await open(options);
      if (target.evidence.isStream) throw new StatelessError('ERR_STREAMING');
      return runWhole(target, writeInput(json, 'known'));
    },
    async *stream(input, options = {}) {
      const json = jsonOf(input);
      const target = await open(options);
      if (target.evidence.isStream) yield* runStreamed(target, writeInput(json, 'indeterminate'));
      else yield await runWhole(target, writeInput(json, 'known'));
    },
  };
}

// A broker may be reached under a path of a larger server.
function folderOf(url: string | URL): URL {
  const base = new URL(url);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return base;
}

function transportTo(base: URL, signal: AbortSignal | undefined): Transport {
  return {
    offer(nonce) {
      const question = utf8(JSON.stringify({ nonce: toBase64url(nonce) }));
      return post(new URL('offers', base), question, 'application/json', signal);
    },
    session: (name, sealed, type) => post(new URL(`sessions/${name}`, base), sealed, type, signal),
  };
}
