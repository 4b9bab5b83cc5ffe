/** Attacks through what a session is meant to send, and on the machine around it. */
import { loose, pause, tryAll } from './attack.ts';
import type { Attack } from './attack.ts';

export const attacksOnProtocol: Readonly<Record<string, Attack>> = {
  'ipc-messages': ({ canary }) => {
    const own = loose(process);
    const shapes = [canary, { canary }, new Uint8Array(8), new Uint8Array(64 * 1024 * 1024).fill(65)];
    return tryAll(
      ...shapes.map((shape) => () => own['send']?.(shape)),
      ...shapes.map((shape) => () => own['_send']?.(shape)),
      () => own['disconnect']?.(),
      () => process.emit('message', canary, undefined),
    );
  },
  'exit-codes': ({ canary }) => {
    const own = loose(process);
    const code = canary.charCodeAt(0);
    return tryAll(
      () => (process.exitCode = code),
      () => own['exit']?.(code),
      () => own['reallyExit']?.(code),
      () => own['kill']?.(process.pid, code % 30),
      () => own['abort']?.(),
    );
  },
  async 'event-counts'({ emit }) {
    for (let index = 0; index < 40; index += 1) await tryAll(() => emit('step', { stage: 'two' }));
    await tryAll(
      () => emit('done', { outcome: 'ok' }),
      () => emit('step', { stage: 'one' }),
    );
  },
  'response-size': ({ canary }) => Promise.resolve('x'.repeat(canary.charCodeAt(0))),
  async timing({ canary }) {
    await pause(canary === '' ? 0 : 600);
  },
  async 'resource-use'({ canary }) {
    const until = performance.now() + (canary === '' ? 0 : 400);
    while (performance.now() < until) JSON.stringify([until]);
    await pause(300);
  },
  async ciphertext({ canary }) {
    const bytes = new TextEncoder().encode(canary);
    await tryAll(
      () => Object.defineProperty(crypto, 'getRandomValues', { value: () => bytes }),
      () => Object.defineProperty(Math, 'random', { value: () => bytes[0] }),
    );
  },
  'output-fields': ({ canary }) => Promise.resolve({ more: canary }),
  'core-dumps': async ({ canary }) => {
    await tryAll(() => loose(process)['abort']?.());
    const deep = (): string => `${canary}${deep()}`;
    await tryAll(deep);
  },
  async peers({ canary }) {
    const held = `${canary}${String(performance.now())}`;
    await pause(2_000);
    return held.length;
  },
  'input-fields': () => Promise.resolve(),
  'kept-requests': () => Promise.resolve(),
  replays: () => Promise.resolve(),
  'debug-endpoints': () => Promise.resolve(),
};
