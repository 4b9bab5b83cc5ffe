/**
 * Attacks that leave the canary in what language and platform keep by themselves, beside any variable; an empty canary
 * looks for it.
 */
import { loose, tryAll, withModules } from './attack.ts';
import type { Attack } from './attack.ts';

export const attacksOnRealm: Readonly<Record<string, Attack>> = {
  async 'realm-state'({ canary }) {
    const found = await findAll();
    if (canary !== '') await keepAll(canary);
    return found;
  },
};

/** Methods and getters: functions that can be given members of their own as long as nobody froze them. */
const methods: readonly (readonly [object, string])[] = [
  [Array.prototype, 'map'],
  [JSON, 'parse'],
  [Promise.prototype, 'then'],
  [globalThis, 'queueMicrotask'],
  [globalThis, 'setTimeout'],
  [Buffer, 'from'],
  [TextEncoder.prototype, 'encode'],
  [crypto.subtle, 'digest'],
  [URL, 'canParse'],
  [console, 'log'],
  [process, 'cwd'],
  [Map.prototype, 'size'],
  [RegExp.prototype, 'flags'],
];
const note = Symbol.for('note');

function functions(): readonly object[] {
  return methods.map(([owner, name]) => {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    const getter: unknown = found && Reflect.get(found, 'get');
    const value: unknown = getter ?? Reflect.get(owner, name);
    return loose(value);
  });
}

async function keepAll(canary: string): Promise<void> {
  await tryAll(
    ...functions().map((owner) => () => Object.assign(owner, { note: canary })),
    () => Symbol.for(canary),
    () => Object.assign(globalThis, { [note]: canary }),
    () => Object.assign(import.meta, { note: canary }),
    () => Object.assign(Intl.DateTimeFormat.prototype, { note: canary }),
    () => new Intl.DateTimeFormat(`en-x-${Buffer.from(canary).toString('hex').slice(0, 8)}`).format(),
    () => performance.mark(canary, { detail: canary }),
    () => URL.createObjectURL(new Blob([canary])),
    () => console.time(canary),
    () => console.count(canary),
    () => console.group(canary),
    () => process.on(canary, () => undefined),
    () => (Buffer.poolSize = canary.length),
    () => /heron|canary.*/.exec(canary),
  );
  await withModules('events', (events) => Object.assign(events, { note: canary }));
  await withModules('events', (events) => Object.assign(Object(events['EventEmitter']), { note: canary }));
  await withModules('util', (util) => Object.assign(Object(util['inspect']), { note: canary }));
  // the last match of a regular expression, at last: whatever comes after it makes another
  await tryAll(() => /canary.*/.exec(canary));
}

async function findAll(): Promise<string> {
  const found: unknown[] = [
    ...['input', 'lastMatch'].map((name): unknown => Reflect.get(RegExp, name)),
    Reflect.get(globalThis, note),
  ];
  const members: unknown[] = [...functions(), import.meta, Intl.DateTimeFormat.prototype];
  for (const name of ['events', 'util'])
    await withModules(name, (module) => members.push(module, module['EventEmitter'], module['inspect']));
  for (const owner of members) found.push(Reflect.get(Object(owner), 'note') as unknown);
  await tryAll(
    () => found.push(...performance.getEntries().map((entry) => entry.name)),
    () => found.push(...process.eventNames()),
  );
  return found.map(String).join(' ');
}
