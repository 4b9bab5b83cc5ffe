/**
 * Built-ins that a bundle cannot change: the guard, Node's own JavaScript and WebCrypto go on working with what was
 * there at boot. An object that inherits from a frozen one may still have members of its own under the same names.
 */
import { lateGlobals } from './allowed.ts';
import { errorTypes } from './failure.ts';

/** Values that stay as they are: they belong to the process, or must change while it runs. */
const leftAlone: readonly string[] = ['process', 'console', 'globalThis', 'global'];

/** Globals behind a getter that the guard itself, or Node on its behalf, works with. */
const used: readonly string[] = ['crypto', 'Buffer'];

/** Freezes the built-ins that are loaded, with all that hangs on them, and fixes their global names. */
export function freezeBuiltIns(): void {
  const seen = new Set<unknown>([
    globalThis,
    ...leftAlone.map((name) => Reflect.get(globalThis, name) as unknown),
  ]);
  for (const owner of overridden()) allowOverrides(owner);
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (leftAlone.includes(name) || lateGlobals.includes(name)) continue;
    const value = loadedValue(name);
    if (value === undefined) continue;
    Object.defineProperty(globalThis, name, { value, writable: false, configurable: false });
    freeze(value, seen);
  }
  for (const hidden of hiddenPrototypes()) freeze(hidden, seen);
}

/** Fixes a member of an object to a value. */
export function fix(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: false, configurable: false, enumerable: true });
}

// A global that Node loads when it is first read stays unloaded, except for those that the guard uses.
function loadedValue(name: string): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
  if (descriptor?.configurable === false) return undefined;
  return used.includes(name) ? Reflect.get(globalThis, name) : descriptor?.value;
}

// Small functions, since V8 compiles a long loop while it runs, which takes longer than the loop.
function freeze(value: unknown, seen: Set<unknown>): void {
  if (!isOwner(value) || seen.has(value)) return;
  seen.add(value);
  freeze(Object.getPrototypeOf(value), seen);
  for (const key of Reflect.ownKeys(value)) freezeMember(Reflect.getOwnPropertyDescriptor(value, key), seen);
  if (!ArrayBuffer.isView(value)) Object.freeze(value);
}

// A method has nothing of its own that leads further; a constructor has its prototype.
function freezeMember(member: TypedPropertyDescriptor<unknown> | undefined, seen: Set<unknown>): void {
  const value = member?.value;
  if (typeof value !== 'function' || Object.hasOwn(value, 'prototype')) freeze(value, seen);
  else Object.freeze(value);
  if (member?.get) Object.freeze(member.get);
  if (member?.set) Object.freeze(member.set);
}

// Assigning to an inherited member that is frozen throws; these are the ones that programs do assign to.
function overridden(): readonly object[] {
  return [Object, Function, Array, Date, Promise, ...errorTypes].map(({ prototype }) => prototype);
}

function allowOverrides(owner: object): void {
  for (const key of Reflect.ownKeys(owner)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(owner, key);
    if (typeof key === 'symbol' || descriptor?.configurable !== true || !('value' in descriptor)) continue;
    const value: unknown = descriptor.value;
    Object.defineProperty(owner, key, {
      enumerable: descriptor.enumerable ?? false,
      configurable: false,
      get: () => value,
      set(this: unknown, next: unknown) {
        if (this === owner || !isOwner(this))
          throw new TypeError('a built-in cannot be changed in a session process');
        Object.defineProperty(this, key, {
          value: next,
          writable: true,
          enumerable: true,
          configurable: true,
        });
      },
    });
  }
}

// What no global leads to: prototypes of iterators, generators and asynchronous functions.
function hiddenPrototypes(): readonly unknown[] {
  const iterators = [[], '', new Map(), new Set()].map((value) => value[Symbol.iterator]());
  const functions = [function* () {}, async function* () {}];
  return [...iterators, ...functions, ''.matchAll(/x/g)].map((value): unknown =>
    Object.getPrototypeOf(value),
  );
}

/** Whether a value can have members that change. */
export function isOwner(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
