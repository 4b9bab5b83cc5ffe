/** HPKE beside its peers, in turns within one run: sealing to a key, opening with one. */
import { setupRecipient, setupSender, mechanisms } from '../../runtime/hpke/index.ts';
import type { Suite } from '../../runtime/hpke/index.ts';
import { peers } from '../../tools/interop/peers.ts';
import { spreadOf } from '../lint/statistics.ts';

/** Medians in milliseconds. */
export interface HpkeFigure {
  readonly library: string;
  readonly suite: string;
  readonly sealMs: number;
  readonly openMs: number;
}

interface Library {
  readonly name: string;
  readonly exchange: () => Promise<{ readonly sealMs: number; readonly openMs: number }>;
}

const plaintext = new Uint8Array(4096).fill(7);
const info = new TextEncoder().encode('bench');
const suites: readonly Suite[] = [
  { kem: 'x25519', aead: 'aes-256-gcm' },
  { kem: 'x-wing', aead: 'aes-256-gcm' },
];

/** Every library under every suite, `rounds` exchanges each. */
export async function compareHpke(rounds: number): Promise<readonly HpkeFigure[]> {
  const figures: HpkeFigure[] = [];
  for (const suite of suites) {
    const libraries = [
      ours(suite),
      ...Object.keys(peers).map((name) => theirs(name as keyof typeof peers, suite)),
    ];
    const times = libraries.map(() => ({ seal: [] as number[], open: [] as number[] }));
    for (let round = 0; round < rounds; round += 1)
      for (const turn of libraries.keys()) {
        // each library is first in turn: what one leaves to be collected is paid for by the next
        const index = (turn + round) % libraries.length;
        const exchanged = await libraries[index]?.exchange();
        times[index]?.seal.push(exchanged?.sealMs ?? NaN);
        times[index]?.open.push(exchanged?.openMs ?? NaN);
      }
    for (const [index, { name }] of libraries.entries())
      figures.push({
        library: name,
        suite: `${suite.kem}, ${suite.aead}`,
        sealMs: spreadOf(times[index]?.seal ?? []).median,
        openMs: spreadOf(times[index]?.open ?? []).median,
      });
  }
  return figures;
}

function ours(suite: Suite): Library {
  return {
    name: 'stateless-runtime',
    async exchange() {
      const pair = await mechanisms[suite.kem].generate();
      const begin = performance.now();
      const { enc, context } = await setupSender(suite, pair.publicKey, info);
      const sealed = await context.seal(plaintext);
      const middle = performance.now();
      const recipient = await setupRecipient(suite, pair, enc, info);
      await recipient.open(sealed);
      return { sealMs: middle - begin, openMs: performance.now() - middle };
    },
  };
}

function theirs(name: keyof typeof peers, suite: Suite): Library {
  return {
    name,
    async exchange() {
      const peer = peers[name](suite);
      const recipient = await peer.generate();
      const begin = performance.now();
      const { enc, sealed } = await peer.seal(recipient.publicKey, info, plaintext);
      const middle = performance.now();
      await recipient.open(enc, info, sealed);
      return { sealMs: middle - begin, openMs: performance.now() - middle };
    },
  };
}
