/** What flags cannot close is removed at boot, before the bundle is loaded: all that is not on the lists that stay. */
import module, { syncBuiltinESMExports } from 'node:module';
import { Writable } from 'node:stream';
import { allowedGlobals, allowedProcessMembers, removedMembers } from './allowed.ts';
import { closeCodeStrings } from './code-strings.ts';
import { fix, freezeBuiltIns, isOwner } from './freeze.ts';
import { process } from './own-process.ts';

const loadBuiltIn = process.getBuiltinModule.bind(process);

/** Gives up a permission, taken before the bundle can see it; absent in early versions of Node 24. */
export type DropPermissions = () => void;

/**
 * Closes the process around the bundle that is about to be loaded.
 *
 * @returns what gives up reading files, to be called when the bundle is loaded, after which it can load nothing more
 */
export function closeProcess(): DropPermissions {
  const { permission } = process;
  fix(Error, 'stackTraceLimit', 0);
  remove(Reflect.get(globalThis, 'WebAssembly'), removedMembers.WebAssembly);
  remove(module, removedMembers.module);
  closeClones();
  closeMembers(globalThis, allowedGlobals);
  closeMembers(process, allowedProcessMembers);
  closeStreams();
  closeChannel();
  fix(process, 'title', 'node');
  for (const name of ['env', 'argv', 'execArgv'] as const)
    fix(process, name, Object.freeze(name === 'env' ? {} : []));
  closeCodeStrings();
  syncBuiltinESMExports();
  freezeBuiltIns();
  return () => {
    if (Reflect.has(permission, 'drop')) permission.drop('fs.read');
  };
}

/** Closes `node:crypto` for a bundle that asks for it. The guard works without it, so that most processes never load it. */
export function closeCrypto(): void {
  const crypto = loadBuiltIn('node:crypto');
  remove(crypto, removedMembers.crypto);
  remove(crypto.KeyObject, removedMembers.KeyObject);
  remove(crypto.KeyObject.prototype, removedMembers['KeyObject.prototype']);
  syncBuiltinESMExports();
}

// A copy of an object of Node's own is built by whatever module and class it names, and a bundle can make it name any.
// Node copies for `structuredClone`, in what a port is sent, and in the entries of `performance`.
function closeClones(): void {
  const { MessagePort } = globalThis;
  const { hrtime } = process;
  const [begin, timeOrigin] = [hrtime.bigint(), Date.now()];
  remove(MessagePort.prototype, removedMembers['MessagePort.prototype']);
  const now = (): number => Number(hrtime.bigint() - begin) / 1e6;
  fix(globalThis, 'performance', Object.freeze({ now: Object.freeze(now), timeOrigin }));
}

function remove(owner: unknown, members: readonly string[]): void {
  for (const member of members) if (isOwner(owner)) Reflect.deleteProperty(owner, member);
}

// A member under a symbol goes when it holds an object: the handle of the IPC channel is one.
function closeMembers(from: object, allowed: readonly string[]): void {
  for (const key of Reflect.ownKeys(from)) {
    if (typeof key === 'string' && allowed.includes(key)) continue;
    const value: unknown = typeof key === 'symbol' ? Reflect.get(from, key) : undefined;
    if (typeof key === 'string' || (typeof value === 'object' && value !== null))
      Reflect.deleteProperty(from, key);
  }
}

// Node's own streams on descriptors have a constructor that takes any descriptor, the IPC channel's too.
function closeStreams(): void {
  for (const name of ['stdout', 'stderr'] as const)
    fix(process, name, new Writable({ write: (_chunk, _encoding, done) => done() }));
}

// Node hands the one request over only while there is a channel object, and looks for messages that wait in it. It takes
// handles over too, for who says that one has come: it would build a socket, with a constructor for more of them.
function closeChannel(): void {
  process.removeAllListeners('internalMessage');
  const { channel } = process;
  const lists = channel === undefined ? [] : Object.getOwnPropertySymbols(channel);
  fix(
    process,
    'channel',
    Object.freeze(Object.fromEntries(lists.map((symbol) => [symbol, Object.freeze([])]))),
  );
}
